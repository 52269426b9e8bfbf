/// A name as folded for lookup: case, accents, spaces, hyphens, underscores and plurals make no
/// difference.
///
/// The database holds every known spelling folded in this way, and what is typed is folded, too:
/// `H-2A Visa` and `h2a visas` are one key.
package enum Spelling {
  /// The folded form of a whole name.
  ///
  /// Letters and digits stay, words lose their plural ending, and of the punctuation only what
  /// distinguishes spellings stays: commas, brackets, `&` and `+`.
  package static func key(of name: String) -> String {
    keyOfASCII(name) ?? words(of: name).reduce(into: "") { key, word in key += word.key }
  }

  /// The same, written at once where there are no other letters than those of ASCII, as in most
  /// names; otherwise `nil`.
  private static func keyOfASCII(_ name: String) -> String? {
    var name = name
    return name.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { key in
        var (start, end) = (0, 0)
        for byte in bytes {
          let scalar = Unicode.Scalar(byte)
          if let letter = letter(of: byte) {
            key[end] = letter
            end += 1
          } else if !isInsideOfWords(scalar) {
            end = start + shorten(key[start..<end])
            start = end
            guard counts(scalar) else { continue }
            key[end] = byte
            end += 1
            start = end
          }
        }
        return start + shorten(key[start..<end])
      }
    }
  }

  /// A letter or digit of ASCII, in lower case.
  private static func letter(of byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39, 0x61...0x7a: byte
    case 0x41...0x5a: byte + 32
    default: nil
    }
  }

  /// Takes the plural ending off a word where it is, and gives how long it is then.
  private static func shorten(_ word: Slice<UnsafeMutableBufferPointer<UInt8>>) -> Int {
    let (kept, endsInY) = singular(word)
    if endsInY { word.base[word.startIndex + kept - 1] = UInt8(ascii: "y") }
    return kept
  }

  /// A sequence of letters and digits, or one significant sign, with what it adds to the key.
  package struct Word: Equatable, Sendable {
    package let key: String
    /// UTF-8 offsets in the text.
    package let range: Range<Int>
  }

  /// The words of a text in order; signs that make no difference are skipped.
  package static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var word = ""
    var wordStart = 0
    var offset = 0
    func finishWord() {
      guard !word.isEmpty else { return }
      words.append(Word(key: singular(word), range: wordStart..<offset))
      word = ""
    }
    for scalar in text.unicodeScalars {
      let folded = fold(scalar)
      if folded.isEmpty {
        if !isCombining(scalar) && !isInsideOfWords(scalar) { finishWord() }
        if counts(scalar) {
          let end = offset + scalar.utf8.count
          words.append(Word(key: String(scalar), range: offset..<end))
        }
      } else {
        if word.isEmpty { wordStart = offset }
        word += folded
      }
      offset += scalar.utf8.count
    }
    finishWord()
    return words
  }

  /// Signs that distinguish spellings.
  private static func counts(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case ",", "(", ")", "&", "+": true
    default: false
    }
  }

  /// A word without its plural ending: `removals` → `removal`, `countries` → `country`.
  ///
  /// Applied to what is typed and to what is known alike, so it need not be right, only the same.
  static func singular(_ word: String) -> String {
    let (kept, endsInY) = singular(word.utf8)
    guard kept < word.utf8.count else { return word }
    return endsInY ? "\(word.dropLast(3))y" : String(word.dropLast(word.utf8.count - kept))
  }

  /// How many bytes of a word its singular has, and whether the last of them becomes a `y`.
  private static func singular(
    _ word: some BidirectionalCollection<UInt8>
  ) -> (kept: Int, endsInY: Bool) {
    let count = word.count
    guard count > 3, word.last == UInt8(ascii: "s") else { return (count, false) }
    let stem = word.dropLast()
    let ends = { (ending: StaticString) in
      ending.withUTF8Buffer { stem.suffix($0.count).elementsEqual($0) }
    }
    if count > 4, ends("ie") { return (count - 2, true) }
    if ends("s") || ends("u") || ends("i") { return (count, false) }
    let isLong = ends("sse") || ends("xe") || ends("che") || ends("she")
    return (count - (isLong ? 2 : 1), false)
  }

  /// What a character adds to a key: lower-case letters without marks, digits, or nothing.
  static func fold(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7a: return String(scalar)
    case 0x41...0x5a: return String(Character(Unicode.Scalar(UInt8(scalar.value + 32))))
    case 0..<0x80: return ""
    default: break
    }
    guard scalar.properties.isAlphabetic else { return "" }
    return String(scalar).decomposedLetters
  }

  /// Signs that part no words: `U.S.`, `Del Rio's`.
  private static func isInsideOfWords(_ sign: Unicode.Scalar) -> Bool {
    sign == "'" || sign == "’" || sign == "."
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.properties.generalCategory == .nonspacingMark
  }
}

extension String {
  /// Lower case without accents: `Á` → `a`. Letters that do not decompose stay as they are.
  fileprivate var decomposedLetters: String {
    var letters = ""
    for scalar in unicodeScalars {
      letters += accentless[scalar] ?? scalar.properties.lowercaseMapping
    }
    return letters
  }
}

/// Latin letters with marks that occur in names of countries, places and people.
///
/// A table and not the Unicode decomposition, which the standard library does not offer.
private let accentless: [Unicode.Scalar: String] = {
  var table: [Unicode.Scalar: String] = [:]
  let rows: [(String, String)] = [
    ("àáâãäåāăą", "a"), ("çćĉċč", "c"), ("ďđ", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"),
    ("ĥħ", "h"), ("ìíîïĩīĭįı", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņň", "n"),
    ("òóôõöøōŏő", "o"), ("ŕŗř", "r"), ("śŝşšș", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűų", "u"),
    ("ŵ", "w"), ("ýÿŷ", "y"), ("źżž", "z"), ("æ", "ae"), ("œ", "oe"), ("ß", "ss"),
  ]
  for (letters, plain) in rows {
    for letter in letters.unicodeScalars {
      table[letter] = plain
      for upper in letter.properties.uppercaseMapping.unicodeScalars { table[upper] = plain }
    }
  }
  return table
}()
