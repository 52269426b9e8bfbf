/// Slips of one letter: a word is looked up by itself and with each letter left out, and so are the
/// words of the catalog. Two words that share one of these keys are one letter apart, or two.
package enum WordSlips {
  /// The word, and the word without each of its letters.
  package static func keys(of word: String) -> [String] {
    let letters = Array(word.utf8)
    var keys = [word]
    // Of two letters alike either leaves the same.
    for index in letters.indices where index == 0 || letters[index] != letters[index - 1] {
      var rest = letters
      rest.remove(at: index)
      keys.append(String(decoding: rest, as: UTF8.self))
    }
    return keys
  }

  /// Whether one letter too many, too few or another, or two that changed places, make one word
  /// the other.
  package static func isOne(from typed: String, to word: String) -> Bool {
    let one = Array(typed.utf8)
    let other = Array(word.utf8)
    let start = zip(one, other).prefix { $0 == $1 }.count
    let rest = (one.dropFirst(start), other.dropFirst(start))
    switch one.count - other.count {
    case 1: return rest.0.dropFirst().elementsEqual(rest.1)
    case -1: return rest.1.dropFirst().elementsEqual(rest.0)
    case 0:
      guard let first = rest.0.first, let second = rest.1.first else { return false }
      if rest.0.dropFirst().elementsEqual(rest.1.dropFirst()) { return true }
      return rest.0.dropFirst().first == second && rest.1.dropFirst().first == first
        && rest.0.dropFirst(2).elementsEqual(rest.1.dropFirst(2))
    default: return false
    }
  }
}

extension CatalogReader {
  /// The words of the catalog that are one slip away from what was typed, in order; none where what
  /// was typed is a word of its own.
  package func words(oneSlipFrom typed: String) -> [String] {
    var found: Set<String> = []
    for key in WordSlips.keys(of: typed) {
      for word in wordsWithout(letter: key) {
        // A word of English, or a part of a name, is no slip of another.
        let folded = Spelling.key(of: word)
        if folded == typed || word.isEmpty && key == typed { return [] }
        if !word.isEmpty, WordSlips.isOne(from: typed, to: folded) { found.insert(word) }
      }
    }
    return found.sorted()
  }
}
