import Catalog

/// A time as a text names it, which may need the day of the text or the time of another statement.
indirect enum SpokenTime: Equatable {
  case period(Period)
  /// The day of an event.
  case event(Period)
  /// A year without a word: fiscal or calendar.
  case year(Int)
  /// A month without a year, by its number.
  case month(Int)
  /// A month of an earlier year: `January of last year`, `May a year ago`.
  case monthOf(Int, yearsBack: Int)
  /// After the time of the statement, or the day of the text, as `words.csv` names it.
  case relative(String)
  case range(SpokenTime, SpokenTime)
  /// While somebody held office, by the id of the administration.
  case term(Int)
  /// What follows a day or a period, up to the day of the text.
  case since(SpokenTime)

  /// Whether it names a month or a year.
  var namesPeriod: Bool {
    switch self {
    case .period(let period): period.unit != .day
    case .year, .month, .monthOf: true
    case .relative, .range, .since, .event, .term: false
    }
  }

  /// Of a change, how far back it began: `in seven months`, `over the last two years`.
  var asBase: SpokenTime? {
    guard case .relative(let words) = self else { return nil }
    let parts = words.split(separator: " ")
    guard parts.count == 3, parts[0] == "in" || parts[0] == "last" else { return nil }
    return .relative("back \(parts[1]) \(parts[2])")
  }

  /// Whether it is the time of the statement before, or its month.
  var isSame: Bool { self == .relative("same") || self == .relative("samemonth") }

  /// Whether it is the part of a year up to the day of the text.
  var isToDate: Bool { self == .relative("fytd") || self == .relative("ytd") }

  /// Whether it is one month.
  var isMonth: Bool {
    switch self {
    case .period(let period): period.unit == .month
    case .month, .monthOf, .relative("lastmonth"), .relative("samemonth"): true
    case .year, .relative, .range, .since, .event, .term: false
    }
  }

  /// Whether it is a year in which a month can be ranked: `of fiscal 2024`, `this year`.
  var isYearAround: Bool {
    switch self {
    case .period(let period): period.unit == .fiscalYear || period.unit == .calendarYear
    case .year: true
    case .relative(let words): ["ytd", "fytd", "fyof", "cyof"].contains(words)
    case .month, .monthOf, .range, .since, .event, .term: false
    }
  }

  /// Whether it is told after the day of the text alone: `last month`.
  var isAbsolute: Bool { if case .relative(let words) = self { words.isAbsolute } else { false } }

  /// Whether it is an event, or the day on which an office began.
  var isEvent: Bool { if case .event = self { true } else { self == .relative("office") } }

  /// Whether it is a single day.
  var isDay: Bool {
    switch self {
    case .period(let period): period.unit == .day
    case .relative(let words): words.hasPrefix("day ")
    case .year, .month, .monthOf, .range, .since, .event, .term: false
    }
  }

  /// Whether the year is named with it.
  var isWhole: Bool {
    switch self {
    case .period, .year, .event, .term: true
    case .month, .monthOf, .relative: false
    case .range(let first, let last): first.isWhole && last.isWhole
    case .since(let time): time.isWhole
    }
  }

  /// Whether it is the year before that of the text.
  var isLastYear: Bool {
    ["lastyear", "lastfy", "lastcy"].contains { self == .relative($0) }
  }

  /// Whether it is while somebody held office.
  var isTerm: Bool { if case .term = self { true } else { false } }

  /// Whether it is a range of two.
  var isRange: Bool { if case .range = self { true } else { false } }
}
