import Catalog

/// Words that no slot took: each may keep what is stated to less than what is checked, as `near
/// Sasabe` does and `younger than 12`. A statement with one of them is never said to fail.
extension ClaimDraft {
  /// The first of those words; `nil` where every word is accounted for.
  var untaken: String? {
    let own = firstUntaken(in: window.tokens) ?? firstUntaken(in: tail)
    return own ?? (distance == 0 && slots.counted.isEmpty ? before.untaken : nil)
  }

  private func firstUntaken(in range: Range<Int>) -> String? {
    var next = marks.firstIndex { $0.tokens.upperBound > range.lowerBound } ?? marks.count
    for place in range where tokens[place].kind == .word {
      while next < marks.count, marks[next].tokens.upperBound <= place { next += 1 }
      if slots.asides.contains(place) { continue }
      let mark = next < marks.count && marks[next].tokens.contains(place) ? next : nil
      if let mark, isTaken(mark) { continue }
      if !lexicon.isPlain(tokens[place].lower) { return tokens[place].text }
    }
    return nil
  }

  /// Whether a mark has a part in the check, or in how the statement is handled.
  private func isTaken(_ place: Int) -> Bool {
    guard let mention = marks[place].mention else { return true }
    if !mention.counted.isEmpty || lexicon.isPlain(mention.text) { return true }
    if mention.isNotHeld { return false }
    if mention.words.contains(where: { !Self.keeping.contains($0.part) }) { return true }
    return mention.key != nil || mention.event != nil || mention.term != nil
      || slots.values.contains { $0.mark == place } || slots.actors.contains(mention.text)
      || WindowSlots.isNeighbor(marks[place], tokens) || !mention.values.allSatisfy(isHeld)
  }

  /// Whether a value, which no slot has, is of what what is counted is published by.
  private func isHeld(_ value: Mention.Value) -> Bool {
    topic.counted.first.map {
      lexicon.dimensions(of: $0.measure).contains(value.dimension)
        && !lexicon.isSide(value.dimension)
    } ?? false
  }

  /// Parts of words that have no part in a check: what typed lines may not have or ask for (`at the
  /// start of 2021`), a season without its year (`early in January`), things of other fields.
  private static let keeping: Set<SpokenWord.Part> = [
    .deny, .season, .otherField, .measured, .fact, .why, .format, .heading,
  ]

  /// What follows the statement without a sign and is no statement of its own: `27,000 were from
  /// Guatemala | and younger than 12`.
  private var tail: Range<Int> {
    let start = window.tokens.upperBound
    guard start < tokens.count, Self.joins.contains(tokens[start].lower) else {
      return start..<start
    }
    let end = tokens[start...].firstIndex { $0.kind == .sign && $0.text != "'" } ?? tokens.count
    let holdsOther = marks.contains { mark in
      (start..<end).contains(mark.tokens.lowerBound)
        && (mark.number.map { $0.value >= 1000 || $0.kind != .count } ?? false
          || mark.mention?.counted.isEmpty == false || mark.has(.rise) || mark.has(.fall)
          || mark.has(.most) || mark.has(.least))
    }
    return holdsOther ? start..<start : start..<end
  }

  /// Words by which what follows a statement belongs to it.
  private static let joins: Set<String> = ["and", "or", "with", "where", "who", "that"]
}
