import Catalog
import QueryLanguage

extension MentionFinder {
  /// `Trump's first 100 days`, `first year of Biden`: the first or the last periods of somebody's
  /// time in office, as the language writes them.
  func partOfOffice(at start: Int) -> (Mention?, end: Int)? {
    if let (part, middle) = partOfTime(at: start), let first = behindPreposition(middle),
      let (name, end) = office(at: first)
    {
      return officeMention(part, name, start..<end)
    }
    if let (name, middle) = office(at: start), let (part, end) = partOfTime(at: middle) {
      return officeMention(part, name, start..<end)
    }
    return nil
  }

  /// Whether a part of somebody's time in office comes next, after words like `in the`.
  func isBeforePartOfOffice(_ start: Int) -> Bool {
    for place in [start, start + 1] {
      guard place + 1 < tokens.count, let word = tokens[place].word,
        lexicon.words(named: word).contains(where: {
          [.place, .filler, .since, .under, .origin].contains($0.part)
        })
      else { return false }
      if partOfOffice(at: place + 1) != nil { return true }
    }
    return false
  }

  private func officeMention(_ part: String, _ name: String, _ own: Range<Int>) -> (
    Mention?, end: Int
  )? {
    guard var parser = try? Parser("\(part) of \(name)", catalog: catalog),
      let term = try? parser.period(), parser.isAtEnd
    else { return nil }
    var mention = Mention(text(own), span(own))
    mention.period = .one(term)
    return (mention, own.upperBound)
  }

  /// The place after `of`, `in`, `under`.
  private func behindPreposition(_ place: Int) -> Int? {
    guard place < tokens.count, let word = tokens[place].word,
      Keywords.contains(word)
        || lexicon.words(named: word).contains(where: {
          [.origin, .place, .under].contains($0.part)
        })
    else { return nil }
    return place + 1
  }

  /// `first 100 days`, `first year`, as the language has it.
  private func partOfTime(at start: Int) -> (String, end: Int)? {
    guard start + 1 < tokens.count, let word = tokens[start].word,
      let ordinal = lexicon.words(named: word).first(where: { $0.part == .ordinal }),
      let side = ["1": "first", "-1": "last"][ordinal.means]
    else { return nil }
    if let unit = unitOfTime(at: start + 1) { return ("\(side) \(unit)", start + 2) }
    guard start + 2 < tokens.count, let count = count(tokens[start + 1]),
      let unit = unitOfTime(at: start + 2)
    else { return nil }
    return ("\(side) \(count) \(unit)s", start + 3)
  }

  private func unitOfTime(at place: Int) -> String? {
    guard let word = tokens[place].word else { return nil }
    let keys = lexicon.words(named: word).filter { $0.part == .key }.map(\.means)
    if keys.contains("month") { return "month" }
    if keys.contains("quarter") { return "quarter" }
    if keys.contains("fy") { return "year" }
    return keys.contains("date") ? "day" : nil
  }

  /// Who held office, by the name before a possessive or as it is.
  private func office(at start: Int) -> (String, end: Int)? {
    guard start < tokens.count else { return nil }
    for end in (start + 1...min(start + 4, tokens.count)).reversed() {
      let name = text(start..<end)
      let matches = lexicon.matches(key: Spelling.key(of: name))
      guard let match = matches.first(where: { $0.kind == .administration }) else { continue }
      let terms = catalog.administrations().filter { known in
        matches.contains { $0.kind == .administration && $0.target == known.id }
      }
      let holder =
        terms.last?.name ?? catalog.administrations().first { $0.id == match.target }?.name
      return holder.map { ($0, end) }
    }
    return nil
  }
}
