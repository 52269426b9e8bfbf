import Catalog
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
    // Of what is listed for a value, the first that has an answer is meant, of each thing that the
    // value can be.
    var meant: [Mention.Counted]?
    for choice in choices {
      if let meant, meant != choice.counted { break }
      // A number that is stated has a part in a statement only.
      let patterns = choice.line.amounts.isEmpty ? Patterns.all : Patterns.ofAmounts
      guard let text = patterns.lazy.compactMap({ $0.whole(of: choice) }).first else {
        continue
      }
      var reading = Reading(
        statement: text,
        notes: choice.notes,
        trend: choice.trend,
        ends: choice.ends,
        turn: choice.turn,
        isByOffices: choice.isByOffices,
        isInstead: choice.line.hasInstead
      )
      reading.counted = choice.counted.map(\.measure.name)
      reading.meant = choice.values
      if isImplied, answers(text) { meant = choice.counted }
      if !found.contains(where: { $0.statement == text }) { found.append(reading) }
    }
    return found
  }

  /// Those that have an answer. Where a name has one and something else of the same name has none,
  /// it is said of the first that it is not the other.
  func answered(_ found: [Reading], _ line: Line) -> [Reading] {
    let answered = answered(found)
    guard let only = answered.only, found.count > 1 else { return answered }
    var others = countedOtherwise(only, found, line)
    for (place, value) in only.meant.enumerated() where place < line.values.count {
      let names = found.compactMap { $0.meant.count > place ? $0.meant[place] : nil }
        .filter { $0.dimensionName == value.dimensionName || isCountry($0) != isCountry(value) }
        .map(\.name)
      let unlike = Set(names).subtracting([value.name]).sorted()
      guard !unlike.isEmpty else { continue }
      let list = unlike.joined(separator: " and ")
      others.append("`\(line.values[place].text)` is \(value.name) here, and not \(list).")
    }
    return [only.noting(others)]
  }

  /// What else a word for what is counted means, of which nothing answers the line.
  private func countedOtherwise(_ only: Reading, _ found: [Reading], _ line: Line) -> [String] {
    guard let word = line.counted.only, let own = only.counted.only else { return [] }
    var others: [String] = []
    for name in found.flatMap(\.counted) where name != own && !others.contains(name) {
      others.append(name)
    }
    guard !others.isEmpty else { return [] }
    let list = others.joined(separator: ", ")
    return ["`\(word.text)` is \(own) here: nothing answers this for \(list)."]
  }

  private func isCountry(_ value: Mention.Value) -> Bool {
    catalog.dimension(value.dimension)?.key == "citizenship"
  }
}
