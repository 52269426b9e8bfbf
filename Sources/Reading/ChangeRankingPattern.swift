import Catalog
import QueryLanguage

/// Where figures changed the most: `which country had the biggest jump in removals between 2022 and
/// 2023`.
enum ChangeRankingPattern: Pattern {
  static let parts: Set<SpokenWord.Part> = [
    .most, .least, .change, .rise, .fall, .against, .compare,
  ]

  static func statement(of choice: Choice) -> String? {
    let line = choice.line
    let changes = [SpokenWord.Part.change, .rise, .fall].filter(line.asks)
    guard line.asks(.most), !changes.isEmpty, choice.counted.count == 1 else { return nil }
    let keys = choice.keys + line.looseKeys.map(\.key)
    let order = "order by change\(line.asks(.fall) || line.isOfFalls ? "" : " desc")"
    if let unit = unit(of: choice, keys) {
      let rows = line.count ?? (line.looseKeys.last?.isPlural ?? false ? 5 : 1)
      return choice.question(
        by: [unit],
        choice.periods() + ["with change", order, "limit \(rows)"]
      )
    }
    guard let key = keys.only, TimeUnit(rawValue: key) == nil, let ends = periods(of: choice)
    else { return nil }
    let rows = line.count ?? (line.looseKeys.last?.isPlural ?? true ? 5 : 1)
    return choice.question(by: [key], ends + [order, "limit \(rows)"])
  }

  /// The unit of time whose changes are ranked: `which year had the biggest drop in refugees`,
  /// `largest increase in encounters`.
  private static func unit(of choice: Choice, _ keys: [String]) -> String? {
    guard !choice.isOne(keys.only ?? choice.year), !choice.hasSeveralOfOneDimension,
      !choice.line.asks(.against), !choice.line.asks(.compare)
    else { return nil }
    if let only = keys.only { return TimeUnit(rawValue: only) == nil ? nil : only }
    return keys.isEmpty && ComparisonPattern.pair(of: choice) == nil ? choice.year : nil
  }

  /// The later of two periods against the earlier, or a year against the one before.
  private static func periods(of choice: Choice) -> [String]? {
    if let both = ChangePattern.ends(of: choice) {
      return ["in \(both.last)", "vs \(both.first)"]
    }
    if let both = ComparisonPattern.pair(of: choice) { return both }
    if choice.line.periods.isEmpty { return ["last \(choice.year)", "vs previous year"] }
    return choice.isOneYear ? choice.periods() + ["vs previous year"] : nil
  }
}
