import QueryLanguage

/// How periods are written, and the clauses that take them.
package enum PeriodHelp {
  /// A spelling that can be typed after `in`, and what it means.
  package static let spellings = [
    ("fy2024", "federal fiscal year, October 2023 to September 2024; also `fy24`"),
    ("2024", "the same, unless the question is by calendar year"),
    ("cy2024", "calendar year"),
    ("q2 fy2024", "fiscal quarter: January to March 2024"),
    ("may 2024", "month; also `2024-05`"),
    ("12 may 2023", "day; also `2023-05-12`"),
    ("2020..2022", "from one to another, both ends included"),
  ]

  static var clauses: [any Clause.Type] { Clauses.all.filter { $0.role == .period } }
}
