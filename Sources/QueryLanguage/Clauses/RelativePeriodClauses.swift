package import Catalog
package import Diagnostics

/// `latest`, `latest month` — the newest period that the data hold; never the clock.
package struct LatestClause: Clause {
  package static let keywords = ["latest"]
  package static let synopsis = "latest [UNIT]"
  package static let summary = "the newest period that the data hold"
  package static let example = "encounters latest month"
  package static let role = ClauseRole.period

  package let unit: TimeUnit?

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> LatestClause {
    LatestClause(unit: parser.timeUnit())
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) {
    draft.relativePeriods.append(.latest(unit))
  }

  package var spelling: String { "latest" + (unit.map { " \($0.keyword)" } ?? "") }
}

/// `last 3 fy`, `last month` — the last complete periods that the data hold.
package struct LastClause: Clause {
  package static let keywords = ["last"]
  package static let synopsis = "last [N] UNIT"
  package static let summary = "the last complete periods that the data hold"
  package static let example = "encounters by month last 12 months"
  package static let role = ClauseRole.period

  package let count: Int
  package let unit: TimeUnit

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> LastClause {
    var count = 1
    if let token = parser.current, case .number = token.kind { count = try parser.count() }
    parser.expecting(.number)
    guard count <= mostPeriods else { throw .tooMany(at: parser.currentSpan) }
    if parser.current?.word == "year" || parser.current?.word == "years" {
      throw .whichYear(count, at: parser.currentSpan)
    }
    guard let unit = parser.timeUnit() else {
      throw .expected("a unit of time (`fy`, `quarter`, `month`, `cy`)", at: parser.currentSpan)
    }
    return LastClause(count: count, unit: unit)
  }

  /// Longer than any series, and short enough that a slip of the finger stays harmless.
  private static let mostPeriods = 10_000

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) {
    draft.relativePeriods.append(.last(count, unit))
  }

  package var spelling: String {
    count == 1 ? "last \(unit.keyword)" : "last \(count) \(unit.keyword)"
  }
}

/// `fytd` — in every fiscal year, only the months that the latest one holds: like with like.
package struct YearToDateClause: Clause {
  package static let keywords = ["fytd"]
  package static let synopsis = "fytd"
  package static let summary =
    "fiscal year to date: in every year, the months held of the newest year"
  package static let example = "encounters by fy fytd"
  package static let role = ClauseRole.period

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) -> YearToDateClause { YearToDateClause() }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) {
    draft.isYearToDate = true
  }

  package var spelling: String { "fytd" }
}

extension Diagnostic {
  fileprivate static func whichYear(_ count: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "which-year",
      "a year is a fiscal year (`fy`) or a calendar year (`cy`)",
      at: span,
      hint: "`last \(count == 1 ? "" : "\(count) ")fy` or `last \(count == 1 ? "" : "\(count) ")cy`"
    )
  }

  fileprivate static func tooMany(at span: SourceSpan) -> Diagnostic {
    Diagnostic("too-many-periods", "no series is that long", at: span)
  }
}
