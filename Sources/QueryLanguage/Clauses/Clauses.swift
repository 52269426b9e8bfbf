import Diagnostics

/// The list of all clauses of the query language, and lookup by keyword.
package enum Clauses {
  /// Every clause, in the order in which help lists them.
  package static let all: [any Clause.Type] = [
    ByClause.self,
    AcrossClause.self,
    ForClause.self,
    WhereClause.self,
    InClause.self,
    SinceClause.self,
    UntilClause.self,
    FromClause.self,
    UnderClause.self,
    LatestClause.self,
    LastClause.self,
    YearToDateClause.self,
    AsOfClause.self,
    WithClause.self,
    PerClause.self,
    VersusClause.self,
    TopClause.self,
    OrderClause.self,
    LimitClause.self,
    AsClause.self,
  ]

  /// Whether a word is nearly the beginning of a clause.
  static func isSlip(_ word: String) -> Bool {
    closestMatch(to: word, among: all.flatMap { $0.keywords }) != nil
  }

  /// The clause with a keyword.
  package static func clause(startingWith word: String) -> (any Clause.Type)? {
    all.first { $0.keywords.contains(word) }
  }
}
