import Catalog
import Diagnostics

extension Reach {
  /// Why a question does not have one period that others can be compared with.
  func refusal(of query: ResolvedQuery, at span: SourceSpan) -> Diagnostic? {
    guard query.versus == nil else {
      return Diagnostic(
        "extreme-of-a-change",
        "`since` compares the values of periods, and here is a change between two",
        at: span,
        hint: "`change in` is judged by `= -18%`, `rose`, `fell by 300` or `doubled`"
      )
    }
    if let month, let days = query.days?.ranges.only, Period(exactly: days)?.month != month {
      return Diagnostic(
        "another-month",
        "\(monthNames[month - 1]) of other years is compared, and the statement is about another "
          + "period",
        at: span,
        hint: "its own period is that month too, as in "
          + "`in \(monthNames[month - 1].prefix(3).lowercased()) 2024`"
      )
    }
    if let years, let days = query.days?.ranges.only, !years.fit(Period(exactly: days)) {
      return Diagnostic(
        "years-of-another-period",
        "years are compared with a year, and the statement is about another period",
        at: span,
        hint: "its own period is a year too, as in `in fy2022`"
      )
    }
    guard query.days == nil, query.relativePeriods.isEmpty, !query.isYearToDate else { return nil }
    let label = query.columns[0].label
    return Diagnostic(
      "no-period",
      "`since` compares a period with others, and the statement names no period",
      at: span,
      hint: "such as `\(label) in fy2022 …`, or `\(label) latest …`"
    )
  }
}

extension Reach.Years {
  /// Whether they can be compared with a period.
  fileprivate func fit(_ period: Period?) -> Bool {
    switch period?.unit {
    case .fiscalYear, .calendarYear: true
    case .month: self == .yearOrMonth
    case .quarter, .day, nil: false
    }
  }
}

extension Period {
  /// The month of the year, from 1, of a month.
  package var month: Int? { unit == .month ? code % 100 : nil }
}
