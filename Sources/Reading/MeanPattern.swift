import Catalog
import QueryLanguage

/// A mean: `average monthly encounters in 2022`.
enum MeanPattern: Pattern {
  static let parts: Set<SpokenWord.Part> = [.average, .against, .compare]

  static func statement(of choice: Choice) -> String? {
    let line = choice.line
    guard line.asks(.average), choice.counted.count == 1 else { return nil }
    let own = choice.counted[0]
    if let text = perMonthInOffice(choice) { return text }
    let keys = choice.keys + line.looseKeys.map(\.key)
    let units = keys.compactMap { TimeUnit(rawValue: $0) }
    let others = keys.filter { TimeUnit(rawValue: $0) == nil }
    // `average monthly encounters by year`: the finer unit is that of the mean.
    guard units.count == 1 || units.count == 2 && units[0] != units[1],
      let unit = units.first(where: { ![.fiscalYear, .calendarYear].contains($0) }) ?? units.first
    else { return nil }
    let coarse = units.filter { $0 != unit }.map(\.keyword)
    let inner = own.kept(to: choice.ownValues)
    let both = ComparisonPattern.periods(of: choice)
    // What is compared must be periods.
    guard both != nil || !line.asks(.against) && !line.asks(.compare) else { return nil }
    var rest = both ?? choice.periods()
    // A mean of years needs several of them.
    let isOfYears = [.fiscalYear, .calendarYear].contains(unit)
    if rest.isEmpty, coarse.isEmpty, !others.contains("administration") {
      rest = [isOfYears ? "last 10 \(unit.keyword)" : "last \(choice.year)"]
    }
    return choice.question(
      ["\(line.fold ?? "average")(\(inner) by \(unit.keyword))"],
      values: [],
      by: coarse + others,
      rest
    )
  }

  /// `average monthly encounters, biden vs trump`: times in office side by side, each figure by the
  /// months that it covers.
  private static func perMonthInOffice(_ choice: Choice) -> String? {
    guard choice.line.keys == ["month"], choice.line.per == nil,
      [SpokenWord.Part.against, .compare, .and].contains(where: choice.line.asks)
    else { return nil }
    var line = choice.line
    (line.keys, line.per) = ([], "per month")
    return ComparisonPattern.ofAdministrations(choice.with(line))
  }
}
