import Catalog
import Diagnostics

extension Parser {
  /// Notes the words that a part begins with, where the text ends before a period.
  mutating func expectPart() {
    for end in PeriodPart.End.allCases { expecting(.word(end.rawValue)) }
  }

  /// `first 3 months of fy2025`, `last month of trump first term`, also after `the`. `nil`, and the
  /// parser where it was, where it finds something else.
  mutating func partOfPeriod() throws(Diagnostic) -> PeriodTerm? {
    let start = position
    if current?.word == "the" { advance() }
    guard let end = partEnd() else {
      // What may follow `the` is offered where the text ends.
      guard !isAtEnd else { throw .expected("`first` or `last`", at: endSpan, hint: Self.example) }
      position = start
      return nil
    }
    var count = 1
    expecting(.number)
    if let own = smallNumber() { count = own }
    guard count <= PeriodPart.mostUnits else { throw .tooMany(at: previousSpan) }
    guard let unit = partUnit(), skip(word: "of") || isUnderTerm() else {
      throw .expected(
        "`of` and a period",
        at: currentSpan,
        hint: Self.example
      )
    }
    let whole = try period(or: .wholePeriod)
    let part = PeriodPart(end: end, count: count, unit: unit.named, whole: whole)
    return PeriodTerm(.part(part), at: span(from: start))
  }

  private static let example = "as in `first 3 months of fy2024`, `last 2 quarters of biden`"

  private mutating func partEnd() -> PeriodPart.End? {
    for end in PeriodPart.End.allCases where skip(word: end.rawValue) { return end }
    return nil
  }

  /// `3`, `three`
  private mutating func smallNumber() -> Int? {
    guard let token = current else { return nil }
    let number: Int? =
      switch token.kind {
      case .number(let literal): literal.plainInteger ?? literal.groupedInteger
      case .word(let word): NumberWords.number(word)
      default: nil
      }
    guard let number, number > 0 else { return nil }
    advance()
    return number
  }

  /// A unit of time, or years of twelve months.
  private mutating func partUnit() -> PartUnit? {
    if let unit = timeUnit() { return PartUnit(named: unit) }
    guard current?.word == "year" || current?.word == "years" else { return nil }
    advance()
    return PartUnit(named: nil)
  }

  /// `under biden`, which is said of the parts of a term.
  private mutating func isUnderTerm() -> Bool {
    guard current?.word == "under" else { return false }
    advance()
    return true
  }
}

/// The unit of a part; none is named for years of twelve months.
private struct PartUnit {
  let named: TimeUnit?
}
