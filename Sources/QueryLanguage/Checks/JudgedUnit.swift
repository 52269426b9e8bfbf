package import Catalog

/// What a judgment counts, or goes through one by one: `3 months in a row`, `every year`.
package enum JudgedUnit: Sendable {
  case named(TimeUnit)
  /// Years of the kind that the statement is about.
  case year
  /// Periods as long as the statement's own: `for the third time in a row`.
  case time

  /// `nil` where the statement's own period says it.
  package var timeUnit: TimeUnit? { if case .named(let unit) = self { unit } else { nil } }

  /// Whether years are meant, of whatever kind.
  var isYear: Bool { if case .year = self { true } else { false } }

  /// As it is said: `fiscal year`, `month`.
  var name: String {
    switch self {
    case .named(let unit): unit.name
    case .year: "year"
    case .time: "time"
    }
  }

  /// As it is written: `fy`, `month`.
  var keyword: String {
    switch self {
    case .named(let unit): unit.keyword
    case .year, .time: name
    }
  }
}

extension Parser {
  /// A unit of time, or `year`, which leaves open of which kind.
  mutating func judgedUnit() -> JudgedUnit? {
    if let unit = timeUnit() { return .named(unit) }
    return skip(anyOf: "year", "years") ? .year : nil
  }
}
