import Catalog
import Diagnostics

// What fits what.

extension ResolvedCheck {
  /// Why what is stated cannot be said of what it is said of.
  var refusal: Diagnostic? {
    changeOfOnePeriod ?? judgment.form.refusal(of: query, at: judgment.span) ?? backwardChange
      ?? amountOfAnotherKind
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

  /// A change that does not go from an earlier period to a later one.
  private var backwardChange: Diagnostic? {
    guard let span = check.change?.span, let from = query.versus?.days?.hull,
      let own = query.days?.hull, from.first >= own.first
    else { return nil }
    return Diagnostic(
      "backward-change",
      "a change goes from an earlier period to a later one",
      at: span,
      hint: "the other way round it is another statement"
    )
  }

  /// A percentage for a count of events, or a whole number for a part of a whole.
  private var amountOfAnotherKind: Diagnostic? {
    guard !isChange else { return nil }
    for amount in judgment.form.amounts {
      if amount.isPercent, !column.quantity.unit.isNone { return percentOfCount(amount) }
      if column.isPartOfWhole, !amount.isPercent, !amount.isDecimal { return countOfShare(amount) }
    }
    return nil
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
