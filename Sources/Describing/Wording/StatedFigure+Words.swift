import Catalog
import Results

extension StatedFigure {
  /// How much, with its hedge: `more than 740,000 people`, `down 18 percent`.
  var quantity: String {
    if unit == "date" { return "a date" }
    if qualifier == .vague { return vagueQuantity }
    guard let amount else { return "no number given" }
    return direction + hedge + amount
  }

  /// `up` and `down` of a change.
  private var direction: String {
    guard kind == "change_percent" else { return "" }
    return (low.isEmpty ? high : low).hasPrefix("-") ? "down " : "up "
  }

  private var hedge: String {
    switch qualifier {
    case .exact, .vague: ""
    case .moreThan: "more than "
    case .atLeast: "at least "
    case .nearly: "nearly "
    case .about: "about "
    case .upTo: "up to "
    }
  }

  /// The number meant, with its unit; `nil` when none was said.
  private var amount: String? {
    if let low = Double(low), let high = Double(high), low != high {
      return qualifier == .about
        ? amount((low + high) / 2) : "\(number(low)) to \(amount(high))"
    }
    return Double(low.isEmpty ? high : low).map { amount($0) }
  }

  private var vagueQuantity: String {
    if kind == "change_percent" {
      if high == "0" { return "a decrease, no number given" }
      if low == "0" { return "an increase, no number given" }
    }
    guard let amount else { return "no number given" }
    if low.isEmpty { return "vague: under \(amount)" }
    return high.isEmpty ? "vague: \(amount) or more" : "vague: \(amount)"
  }

  private func amount(_ value: Double) -> String {
    switch unit {
    case "usd": "$" + number(value)
    case "ratio": number(value) + " times"
    default: "\(number(value)) \(unit)"
    }
  }

  private func number(_ value: Double) -> String { numberWords(value.magnitude) }

  /// A bound of the interval, for other programs.
  static func cell(_ bound: String) -> Cell {
    guard let value = Double(bound) else { return .missing(.notApplicable) }
    return .number(Int(bound).map { .integer($0) } ?? .real(value), .exact)
  }
}

extension StatedFigure {
  /// What it is about in time, as exactly as it was said: `about 5 Jun 2023 – 4 Jun 2024`,
  /// `FY2023`.
  var period: String {
    if let year = approximateYear { return "about \(year.label)" }
    let first = start.words(isEnd: false)
    var last = end.words(isEnd: true)
    // A precision that both ends share is said only once.
    if start.isApproximate, end.isApproximate { last = end.label(isEnd: true) }
    if first.isEmpty { return last.isEmpty ? "no period stated" : "to \(last)" }
    if last.isEmpty { return unit == "date" ? first : "from \(first)" }
    return first == last ? first : "\(first) – \(last)"
  }

  /// Everything on one line: `more than 740,000 people, "removed", …: DHS, in ID (ID)`.
  func line(namesDocument: Bool = true) -> String {
    let place = namesDocument ? "in \(document)" : ""
    let who = [speaker, place].filter { !$0.isEmpty }.joined(by: ", ")
    let what = unit == "date" ? [period, quoted] : [quantity, quoted, period]
    return what.joined(by: ", ") + (who.isEmpty ? "" : ": \(who)") + " (\(key))"
  }

  private var quoted: String { "“\(asSaid)”" }

  /// The source of the figure, where that is not the agency itself.
  var statusWords: String {
    let mark = "paraphrase_of:"
    if status.hasPrefix(mark) { return "says again what \(status.dropFirst(mark.count)) says" }
    switch status {
    case "official": return "official"
    case "unofficial": return "unofficial: not said by the agency that counts"
    case "translation": return "the words are those of a translation"
    default: return status
    }
  }
}

extension StatedFigure {
  /// The fiscal year that the period is, when it is inferred to be one.
  private var approximateYear: Period? {
    guard start.isApproximate, end.isApproximate, let first = start.period, let last = end.period
    else { return nil }
    let year = Period(.fiscalYear, containing: first.days.first)
    return year.days == .from(first, to: last) ? year : nil
  }
}

extension StatedFigure.End {
  fileprivate var isApproximate: Bool { precision == "approximate" }
  fileprivate var period: Period? { Period(date: date) }

  fileprivate func words(isEnd: Bool) -> String {
    if precision == "unstated" { return "" }
    return (isApproximate && !date.isEmpty ? "about " : "") + label(isEnd: isEnd)
  }

  /// The date, no more exactly than it was said.
  fileprivate func label(isEnd: Bool) -> String {
    guard let period else { return "" }
    let day = period.days.first
    switch precision {
    case "fy": return Period(.fiscalYear, containing: day).label
    case "month": return Period(.month, containing: day).label
    case "year": return Period(.calendarYear, containing: day).label
    case "approximate" where isEnd ? day.isLastOfMonth : day.isFirstOfMonth:
      return Period(.month, containing: day).label
    default: return period.label
    }
  }
}

/// `740,000`, `33.3`
func numberWords(_ value: Double) -> String {
  guard let whole = Int(exactly: value) else { return "\(value)" }
  return grouped(whole)
}
