import Catalog
import Diagnostics

// What fits what.

extension ResolvedCheck {
  /// Why what is stated cannot be said of what it is said of.
  var refusal: Diagnostic? {
    combinationWithoutNumber ?? changeOfOnePeriod ?? otherUnit ?? judgment.form.refusal(
      of: query,
      at: judgment.span
    )
      ?? amountOfAnotherKind
      ?? check.width?.refusal(after: judgment) ?? widthOfAnotherKind
  }

  private var changeOfOnePeriod: Diagnostic? {
    guard !isChange, type(of: judgment.form).needsChange else { return nil }
    return Diagnostic(
      "change-of-one-period",
      "`\(judgment.spelling)` compares two periods, and here is one",
      at: judgment.span,
      hint: "such as `check change in \(column.label) from fy2021 to fy2022 "
        + "\(judgment.spelling)`"
    )
  }

  /// A ratio or difference of two questions that is not judged by a number.
  private var combinationWithoutNumber: Diagnostic? {
    guard let combination else { return nil }
    switch judgment.assertion {
    case .stated, .ranged: break
    default:
      let what = combination == .quotient ? "ratio" : "difference"
      return Diagnostic(
        "combination-without-number",
        "a \(what) of two questions is judged by a number, and `\(judgment.spelling)` is none",
        at: judgment.span,
        hint: combination == .quotient ? "such as `= 2.5` or `= 60%`" : "such as `> 0` or `= 500`"
      )
    }
    return nil
  }

  /// A question about something else that is counted in another unit.
  private var otherUnit: Diagnostic? {
    guard let other, let theirs = other.query.columns.first?.quantity.unit,
      theirs != column.quantity.unit
    else { return nil }
    return Diagnostic(
      "other-units",
      "`\(column.label)` is counted in \(column.quantity.unit.name ?? "no unit"), and "
        + "`\(other.query.columns[0].label)` in \(theirs.name ?? "no unit")",
      at: judgment.span,
      hint: "only like units are compared; a ratio of unlike ones is a question of its own"
    )
  }

  /// A percentage for a count of events, a whole number for a part of a whole, or points and
  /// multiples of what has none.
  private var amountOfAnotherKind: Diagnostic? {
    for amount in judgment.form.amounts {
      if let name = amount.unitName, !column.quantity.unit.isNamed(name) {
        return unitOfAnother(amount, name)
      }
      if other != nil, combination != .difference, amount.scale != .points { continue }
      let isDifference = isChange || combination == .difference
      if amount.scale == .points, !isDifference || !column.isPartOfWhole {
        return noPoints(amount)
      }
      if isChange { continue }
      if amount.scale == .times { return multipleOfNothing(amount) }
      if amount.isPercent, !column.quantity.unit.isNone { return percentOfCount(amount) }
      if column.isPartOfWhole, !amount.isPercent, !amount.isDecimal { return countOfShare(amount) }
    }
    return isChange ? bareChange : nil
  }

  /// A small number after `change in … >=`: nothing says whether percent, multiples or units are
  /// meant.
  private var bareChange: Diagnostic? {
    guard case .stated(let stated) = judgment.assertion, stated.amount.scale == .units,
      stated.amount.unitName == nil, !column.isPartOfWhole,
      stated.amount.value.real.magnitude < 1000,
      stated.amount.value.numerator != 0
    else { return nil }
    let number = stated.amount.spelling
    let sign = stated.degree.rawValue
    let unit = column.quantity.unit.name ?? "units"
    return Diagnostic(
      "bare-change",
      "\(number) may be percent, a multiple or \(unit): a small number after a change needs "
        + "its unit",
      at: stated.amount.span,
      hint: "`\(sign) \(number)%`, `\(sign) \(number) times` or `\(sign) \(number) \(unit)`"
    )
  }

  private func unitOfAnother(_ amount: Amount, _ name: String) -> Diagnostic {
    Diagnostic(
      "other-unit",
      "`\(column.label)` is counted in \(column.quantity.unit.name ?? "no unit"), and "
        + "`\(name)` is not that",
      at: amount.span,
      hint: "the statement ends with its number, or with the unit of what is counted"
    )
  }

  private func noPoints(_ amount: Amount) -> Diagnostic {
    Diagnostic(
      "points-of-a-count",
      "points are of a percentage that changes, and `\(column.label)` is not that",
      at: amount.span,
      hint: "a change of a count is in percent, or in units: `rose by 27%`, `rose by 300`"
    )
  }

  private func multipleOfNothing(_ amount: Amount) -> Diagnostic {
    Diagnostic(
      "multiple-of-nothing",
      "\(amount.spelling) what? A multiple compares two figures",
      at: amount.span,
      hint: "such as `check change in \(column.label) from fy2021 to fy2022 = \(amount.spelling)`"
    )
  }

  /// Points of what is no percentage.
  private var widthOfAnotherKind: Diagnostic? {
    guard let width = check.width, width.isPoints else { return nil }
    let isPercentage =
      column.isPartOfWhole && combination != .quotient
      || judgment.form.amounts.contains { $0.isPercent || $0.scale == .points }
    guard !isPercentage else { return nil }
    return Diagnostic(
      "points-of-a-count",
      "points are of a percentage, and `\(column.label)` is counted in "
        + "\(column.quantity.unit.name ?? "units")",
      at: width.span,
      hint: "such as `within 2%`"
    )
  }

  private func percentOfCount(_ amount: Amount) -> Diagnostic {
    Diagnostic(
      "percent-of-a-count",
      "`\(column.label)` is counted in \(column.quantity.unit.name ?? "units"), and "
        + "\(amount.spelling) is a percentage",
      at: amount.span,
      hint:
        "a change is judged as in `check change in \(column.label) from fy2021 to fy2022 = -18%`"
    )
  }

  private func countOfShare(_ amount: Amount) -> Diagnostic {
    Diagnostic(
      "count-of-a-share",
      "`\(column.label)` is a part of a whole, and \(amount.spelling) is a whole number",
      at: amount.span,
      hint: "a percentage has its sign, as in `50.5%`; a part is a decimal, as in `0.505`"
    )
  }
}
