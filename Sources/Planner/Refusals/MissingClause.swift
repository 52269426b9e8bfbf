import Catalog
import Diagnostics
import QueryLanguage

/// Refuses a clause that makes no sense without another one, with the question that has both.
struct MissingClause {
  let query: ResolvedQuery

  func check() throws(Refusal) {
    if let refusal = timelessComparison ?? othersWithoutTop { throw refusal }
  }

  /// `change` and the like without time in the rows.
  private var timelessComparison: Refusal? {
    guard let (name, span) = query.timelessExtra else { return nil }
    let isEra = query.keys.contains(.administration)
    return Refusal(
      Diagnostic(
        "no-time-in-rows",
        isEra
          ? "`\(name)` compares periods of one length, and administrations are not"
          : "`\(name)` compares periods, and the rows have none",
        at: span,
        hint: "add a unit of time, as in `by fy`"
      ),
      instead: isEra
        ? [] : [.fiscalYear, .month].map { query.query.adding($0, at: query.columns[0].span) },
      most: 1
    )
  }

  /// `others` without `top`.
  private var othersWithoutTop: Refusal? {
    guard let span = query.extras.others, query.ranking == nil else { return nil }
    var changed = query.query
    changed.clauses.append(TopClause(isTop: true, count: 5, span: span))
    return Refusal(
      Diagnostic(
        "others-without-top",
        "`others` sums up the values that `top` or `bottom` leaves out",
        at: span,
        hint: "as in `top 5 with others`"
      ),
      instead: [changed]
    )
  }
}
