import Catalog
import QueryLanguage

/// One beside the other: `mexico vs venezuela`, `removals compared to returns`, `2023 vs 2024`.
enum ComparisonPattern: Pattern {
  static let parts: Set<SpokenWord.Part> = [
    .against, .compare, .change, .rise, .fall, .share,
  ]

  static func statement(of choice: Choice) -> String? {
    let line = choice.line
    guard line.asks(.against) || line.asks(.compare) || withNow(choice) != nil,
      !choice.counted.isEmpty
    else { return nil }
    if line.samePeriod != nil {
      return choice.againstYearBefore.map { choice.question(by: choice.keys, $0) }
    }
    if line.asks(.share) {
      return choice.comparesParts ? ofValues(choice).map { "\($0) with share" } : nil
    }
    // Values are what is compared where two are named; `2022-24` is when.
    if terms(of: choice).count < 2, let text = ofValues(choice) { return text }
    return ofPeriods(choice) ?? ofValues(choice) ?? ofMeasures(choice)
  }

  /// The later period against the earlier one.
  private static func ofPeriods(_ choice: Choice) -> String? {
    guard choice.counted.count == 1 else { return nil }
    if let text = ofAdministrations(choice) { return text }
    if let both = periods(of: choice) {
      return choice.question(by: beside(choice) + choice.keys, both)
    }
    return choice.ofListedPeriods(by: beside(choice))
  }

  /// The dimension of values that are side by side in rows, where periods are the columns.
  private static func beside(_ choice: Choice) -> [String] {
    let name = compared(choice).flatMap { choice.catalog.dimension($0)?.name }
    return name.map { choice.keys.contains($0) ? [] : [$0] } ?? []
  }

  /// The times in office of several, side by side; `nil` where others are said.
  static func ofAdministrations(_ choice: Choice) -> String? {
    var terms = terms(of: choice)
    // `the difference between obama and trump`
    if let only = choice.line.periods.only, case .clause(let clause) = only.kind,
      let span = clause as? FromClause, choice.line.asks(.compare)
    {
      terms = [span.first, span.last]
    } else if terms.count != choice.line.periods.count {
      return nil
    }
    guard terms.count > 1, terms.allSatisfy(\.isAdministration) else { return nil }
    let names = terms.map(\.spelling).joined(separator: ", ")
    return choice.question(by: ["administration"] + choice.keys, ["in \(names)"])
  }

  private static func terms(of choice: Choice) -> [PeriodTerm] {
    choice.line.periods.compactMap { period -> PeriodTerm? in
      if case .one(let term) = period.kind { return term }
      if case .clause(let clause) = period.kind, let under = clause as? UnderClause {
        return under.administrations.only
      }
      guard case .clause(let clause) = period.kind, let own = clause as? InClause,
        own.ranges.count == 1, own.ranges[0].last == nil
      else { return nil }
      return own.ranges[0].first
    }
  }

  /// The clauses that set the later of two periods against the earlier one; `nil` where the line
  /// compares no periods.
  static func periods(of choice: Choice) -> [String]? {
    if choice.line.samePeriod != nil { return choice.againstYearBefore }
    if let both = withNow(choice) { return both }
    guard choice.line.asks(.against) || choice.line.asks(.compare) else { return nil }
    return pair(of: choice) ?? nowAgainstOne(choice)
  }

  /// `how big is the backlog compared to 2016`: now against the only period that is said, right
  /// after the word that compares.
  private static func nowAgainstOne(_ choice: Choice) -> [String]? {
    guard choice.isOneYear, !choice.line.saysVs, !choice.hasTimeKey, choice.hasNothingElseCompared,
      let place = choice.line.asked[.against], let only = choice.line.periods.only,
      only.place == place + 1, let then = terms(of: choice).only
    else { return nil }
    let isLevel = choice.counted.allSatisfy { $0.measure.kind == .stock }
    return [isLevel ? "latest" : "last \(choice.year)", "vs \(choice.spelled(then))"]
  }

  /// `2013 and nowadays`: what is held now against a period, where both are said.
  private static func withNow(_ choice: Choice) -> [String]? {
    let periods = choice.line.periods
    guard periods.count == 2, periods.allSatisfy({ $0.lead == nil }),
      [SpokenWord.Part.and, .against, .compare].contains(where: choice.line.asks)
    else { return nil }
    let texts = choice.periods().filter { ["latest", "fytd", "last fy"].contains($0) }
    let terms = terms(of: choice).filter { !$0.isAdministration }
    if texts == ["fytd", "last fy"] || texts == ["last fy", "fytd"] {
      return ["fytd", "vs previous year"]
    }
    let ago = periods.compactMap { period -> String? in
      if case .yearsAgo(let years) = period.kind { choice.yearAgo(years) } else { nil }
    }
    let then = terms.map { choice.spelled($0) } + ago
    guard texts.count == 1, let then = then.only else { return nil }
    let isLevel = choice.counted.allSatisfy { $0.measure.kind == .stock }
    return [isLevel ? "latest" : "last \(choice.year)", "vs \(then)"]
  }

  /// The later of two periods against the earlier one, whatever the line asks of them.
  static func pair(of choice: Choice) -> [String]? {
    if choice.line.periods.count == 1, !choice.line.periods[0].isOne,
      case .range(let first, let last) = choice.line.periods[0].kind
    {
      return ["in \(choice.spelled(last))", "vs \(choice.spelled(first))"]
    }
    if let both = ranges(of: choice) { return both }
    let terms = terms(of: choice)
    guard terms.count == 2, choice.line.periods.count == 2 else { return nil }
    let both = terms.map { choice.spelled($0) }
    let isInOrder = start(terms[0]) <= start(terms[1])
    let (later, earlier) = isInOrder ? (both[1], both[0]) : (both[0], both[1])
    return ["in \(later)", "vs \(earlier)"]
  }

  /// `first half of 2023 vs first half of 2024`, `the 1990s vs the 2010s`
  private static func ranges(of choice: Choice) -> [String]? {
    let ranges = choice.line.periods.compactMap { period -> (PeriodTerm, PeriodTerm)? in
      if case .range(let first, let last) = period.kind, period.lead == nil {
        (first, last)
      } else {
        nil
      }
    }
    guard ranges.count == 2, choice.line.periods.count == 2 else { return nil }
    let spelled = ranges.map { "\(choice.spelled($0.0))..\(choice.spelled($0.1))" }
    let isInOrder = start(ranges[0].0) <= start(ranges[1].0)
    return isInOrder
      ? ["in \(spelled[1])", "vs \(spelled[0])"] : ["in \(spelled[0])", "vs \(spelled[1])"]
  }

  private static func start(_ term: PeriodTerm) -> Int {
    switch term.value {
    case .part(let part): start(part.whole)
    case .bareYear(let year): year * 372
    case .administration(let own): own[0].start.date.year * 372
    case .period(let period):
      period.days.first.date.year * 372 + period.days.first.date.month * 31
    }
  }

  /// Values of one dimension, each a column; others are kept.
  static func ofValues(_ choice: Choice) -> String? {
    if let text = ofRest(choice) { return text }
    let values = choice.ownValues + choice.counted.flatMap(\.values)
    guard let dimension = compared(choice), let name = choice.catalog.dimension(dimension)?.name
    else { return nil }
    let time = choice.time()
    let sides = values.filter { $0.dimension == dimension }
    let rest = values.filter { $0.dimension != dimension }
    return choice.question(
      values: sides + rest,
      by: time.keys.filter { $0 != name },
      ["across \(name)"] + time.rest
    )
  }

  /// `mexicans vs non-mexicans`: a value beside everything else of its dimension.
  private static func ofRest(_ choice: Choice) -> String? {
    guard let rest = choice.values.filter(\.isExcluded).only, let own = choice.counted.only,
      let value = choice.values.first(where: { !$0.isExcluded && $0.name == rest.name })
    else { return nil }
    let time = choice.time()
    return choice.question(
      [own.kept(to: [value]), own.kept(to: [rest])],
      values: choice.values.filter { $0.name != rest.name },
      by: time.keys,
      time.rest
    )
  }

  /// The dimension of which two values or more are named.
  private static func compared(_ choice: Choice) -> Int? {
    // What is named twice is one: `student visas (F-1)`.
    let values = choice.ownValues.filter { !$0.isExcluded } + choice.counted.flatMap(\.values)
    let dimensions = Conditions(values).dimensions
    return dimensions.first { own in dimensions.count { $0 == own } > 1 }
  }

  private static func ofMeasures(_ choice: Choice) -> String? {
    guard choice.counted.count > 1 else { return nil }
    let time = choice.time()
    // Levels side by side are a series too.
    let isLatest = time.rest == ["latest"]
    return choice.question(by: isLatest ? [choice.year] : time.keys, isLatest ? [] : time.rest)
  }
}
