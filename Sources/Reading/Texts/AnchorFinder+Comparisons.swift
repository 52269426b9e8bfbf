import Catalog
import QueryLanguage

/// Words of change without a number, and what is compared.
extension AnchorFinder {
  /// The mark before the time that something is compared with: `had more last month than in all of
  /// fiscal 2018`.
  func thanTime(_ place: Int) -> Int? {
    for next in place + 1..<max(place + 1, min(place + 8, marks.count)) {
      if marks[next].number != nil { return nil }
      guard marks[next].has(.against),
        tokens[marks[next].tokens].contains(where: { $0.lower == "than" })
      else { continue }
      guard let time = marks[(next + 1)...].first(where: { $0.time != nil }) else { return nil }
      let between = tokens[marks[next].tokens.upperBound..<time.tokens.lowerBound].map(\.lower)
      let isNear = between.allSatisfy {
        ["in", "all", "of", "the", "whole", "entire", "during", "it", "was", "they", "were", "at"]
          .contains($0)
      }
      return isNear && between.count <= 4 ? next : nil
    }
    return nil
  }

  /// Whether `up` or `down` is a part of another verb: `nobody up here`, `warming up bottles`.
  func isParticle(_ place: Int, _ mention: Mention) -> Bool {
    guard ["up", "down"].contains(mention.text.lowercased()) else { return false }
    let first = marks[place].tokens.lowerBound
    guard first > 0 else { return false }
    let before = tokens[max(0, first - 3)..<first].map(\.lower)
    return !before.contains {
      [
        "is", "are", "was", "were", "be", "been", "went", "go", "goes", "gone", "going", "remain",
        "remains", "remained",
      ].contains($0) || $0.hasSuffix("'s") || $0.hasSuffix("'re")
    }
  }

  /// Whether words of change are a verb: `rose`, `has risen`.
  func isVerb(_ mention: Mention) -> Bool {
    if mention.has(.verb) { return true }
    let words = mention.text.lowercased().split(separator: " ")
    guard words.count > 1, let last = words.last else { return false }
    return ["has", "have", "had", "was", "were", "been"].contains(words[0])
      && lexicon.word(String(last), .verb) != nil
  }

  /// `most of them`, `the majority of encounters`, `a majority was`.
  func isMost(_ place: Int, _ mention: Mention) -> Bool {
    if mention.has(.majority) { return true }
    let next = marks[place].tokens.upperBound
    return mention.text.lowercased() == "most" && next < tokens.count && tokens[next].lower == "of"
      && !isAmongAny(next)
  }

  /// The mark between two values of one dimension: `more people met at ports than between ports`.
  func than(_ place: Int) -> Int? {
    for mark in place + 1..<max(place + 1, min(place + 8, marks.count)) {
      if marks[mark].number != nil { return nil }
      guard marks[mark].has(.against) else { continue }
      let before = dimensions(place..<mark)
      let after = dimensions(mark..<min(mark + 3, marks.count))
      return before.isDisjoint(with: after) ? nil : mark
    }
    return nil
  }

  /// Whether values of one dimension are on both sides: `Venezuelans outnumbered Mexicans`.
  func isBetweenValues(_ place: Int) -> Bool {
    let after = place + 1..<min(place + 3, marks.count)
    guard !after.isEmpty, marks[after].allSatisfy({ $0.number == nil }) else { return false }
    return !dimensions(max(0, place - 5)..<place).isDisjoint(with: dimensions(after))
  }

  func dimensions(_ own: Range<Int>) -> Set<Int> {
    own.reduce(into: []) { found, place in
      for value in marks[place].mention?.values ?? [] { found.insert(value.dimension) }
    }
  }

  /// Whether a time follows: `more than in May`.
  func isBeforeTime(_ place: Int) -> Bool {
    guard let next = marks[safe: place + 1] else { return false }
    return next.time != nil
      && next.tokens.lowerBound - marks[place].tokens.upperBound <= 1
  }

  /// How exactly a verb is meant: `more than doubled`, `nearly tripled`.
  func degree(before place: Int) -> Degree {
    let end = marks[place].tokens.lowerBound
    for length in (1...3).reversed() where end >= length {
      let text = tokens[end - length..<end].map(\.lower).joined(separator: " ")
      if let word = lexicon.word(text, .degree), let degree = Degree(rawValue: word.means) {
        return degree
      }
    }
    return .equal
  }

  /// `doubled`, `halved`.
  func factor(_ mention: Mention) -> (Int, isLess: Bool)? {
    guard
      let word = mention.words.first(where: {
        ($0.part == .rise || $0.part == .fall) && !$0.means.isEmpty
      })
    else { return nil }
    switch word.means {
    case "doubled": return (2, false)
    case "tripled": return (3, false)
    case "quadrupled": return (4, false)
    case "halved": return (2, true)
    default: return nil
    }
  }
}
