import Catalog
import QueryLanguage

/// Periods or values whose figures are above or below a number: `in which years were removals more
/// than 400,000`, `when did the backlog pass 3 million`.
enum ThresholdPattern: Pattern {
  static let parts: Set<SpokenWord.Part> = [.rise, .fall, .ever]

  static func statement(of choice: Choice) -> String? {
    let line = choice.line
    guard let amount = line.amounts.only?.stated, !amount.isPercent,
      let own = choice.counted.only, own.values.isEmpty, let sign = amount.degree.comparison
    else { return nil }
    let keys = keys(of: choice)
    guard !keys.isEmpty else { return nil }
    var undivided = choice.line
    // `10,000 a month` is of months.
    if choice.unitOfAmount != nil { undivided.per = nil }
    let question = choice.with(undivided).question(by: keys, choice.periods())
    // A test on figures is listed with those on values.
    guard !question.contains(" where ") else { return nil }
    return "\(question) where \(own.expression) \(sign) \(amount.number)\(order(line, keys))"
  }

  private static func keys(of choice: Choice) -> [String] {
    let named = choice.keys + choice.line.looseKeys.map(\.key)
    if let unit = choice.unitOfAmount { return named.filter { $0 != unit } + [unit] }
    guard named.isEmpty else { return named }
    // `when` asks as exactly as figures are published.
    if choice.line.crossing != nil { return [choice.finestUnit] }
    // `have removals ever exceeded 400,000`: in a year.
    return choice.isOnePeriod ? [] : [choice.year]
  }

  /// The first or the last of the periods alone, where the line asks when it was.
  private static func order(_ line: Line, _ keys: [String]) -> String {
    guard let crossing = line.crossing, let unit = keys.only, TimeUnit(rawValue: unit) != nil else {
      return ""
    }
    return " order by \(unit)\(crossing == .last ? " desc" : "") limit 1"
  }
}

extension Choice {
  /// The unit of time of an amount that is said by it, by its key: `10,000 a month`.
  fileprivate var unitOfAmount: String? {
    let unit = line.per?.dropFirst("per ".count)
    return unit.flatMap { TimeUnit(rawValue: String($0))?.rawValue }
  }

  /// The finest unit of time by which something is told: months, where there are some.
  var finestUnit: String {
    guard !isByCalendarYear else { return "cy" }
    return catalog.newestMonth(of: counted[0].measure) == nil ? year : "month"
  }
}

extension Degree {
  /// The sign of a test on figures; `nil` where it is no test.
  fileprivate var comparison: String? {
    switch self {
    case .greater, .moreThan: ">"
    case .atLeast: ">="
    case .less, .lessThan: "<"
    case .atMost: "<="
    case .equal, .notEqual, .about, .nearly: nil
    }
  }
}
