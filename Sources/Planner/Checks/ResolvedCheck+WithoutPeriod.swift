import Catalog
import Diagnostics
import QueryLanguage

extension ResolvedCheck {
  /// A figure of no period: a sum over everything that is held is hardly meant.
  func withoutPeriod(_ preparation: QueryPlan.Preparation) -> Refusal? {
    guard query.days == nil, query.relativePeriods.isEmpty,
      !query.isYearToDate, query.versus == nil, judgment.form.eachUnit == nil,
      column.quantity.kind == .flow,
      let extent = preparation.supply.extent
    else { return nil }
    let supply = preparation.supply
    let latest = try? AskedRows.lastComplete(.fiscalYear, query, supply, extent)
    var asked = query.query
    let year = latest ?? Period(.fiscalYear, containing: extent.last)
    asked.clauses.append(
      InClause(ranges: [.init(first: PeriodTerm(.period(year), at: judgment.span), last: nil)])
    )
    return Refusal(
      Diagnostic(
        "statement-without-period",
        "the statement names no period, and `\(column.label)` is counted over time",
        at: judgment.span,
        hint: "say when"
      ),
      instead: [asked]
    )
  }

  /// The one period that the statement names, as a row.
  var period: RowPeriod? {
    guard query.relativePeriods.isEmpty, !query.isYearToDate, let days = query.days?.ranges.only,
      days.first != .distantPast, days.last != .distantFuture
    else { return nil }
    return RowPeriod(periods: [], days: DaySet([days]), whole: days).named
  }
}
