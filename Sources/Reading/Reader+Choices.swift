import QueryLanguage

extension Reader {
  /// Whether a statement can be read, whatever the data say of it.
  func isLanguage(_ statement: String) -> Bool {
    (try? Query(parsing: statement, catalog: catalog)) != nil
      || (try? Check(parsing: statement, catalog: catalog)) != nil
  }

  /// What each choice says, without repeats.
  func readings(of choices: [Choice], _ isImplied: Bool) -> [Reading] {
    var found: [Reading] = []
    for choice in choices {
      // A number that is stated has a part in a statement only.
      let patterns = choice.line.amounts.isEmpty ? Patterns.all : Patterns.ofAmounts
      guard let text = patterns.lazy.compactMap({ $0.whole(of: choice) }).first else {
        continue
      }
      let reading = Reading(
        statement: text,
        notes: choice.notes,
        trend: choice.trend,
        ends: choice.ends,
        turn: choice.turn,
        isByOffices: choice.isByOffices,
        isInstead: choice.line.hasInstead
      )
      // Of what is listed for a value, the first that has an answer is meant.
      if isImplied, answers(text) { return [reading] }
      if !found.contains(where: { $0.statement == text }) { found.append(reading) }
    }
    return found
  }
}
