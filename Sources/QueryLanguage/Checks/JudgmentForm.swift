package import Diagnostics

/// A form of judgment, as `highest since fy2010` and `doubled` are: how it is written, which
/// periods it needs, and what it refuses.
///
/// To add one, write its file in `Judgments`, a case of ``Judgment/Assertion`` and a line in
/// ``Judgment/forms``; how it is decided is in the planner. `docs/contributing/judgment.md`
/// shows each step.
package protocol JudgmentForm: Sendable {
  /// How it begins, as completion offers it. A number before such a word is no period.
  static var beginnings: [String] { get }
  /// Whether it compares two periods and is said only of a change, as `doubled` is.
  static var needsChange: Bool { get }

  /// Reads it; where it finds something else, the parser does not move.
  static func parse(from parser: inout Parser) throws(Diagnostic) -> Self?

  /// As written after a question: `is not lowest since jul 2020`.
  func spelling(isNegated: Bool) -> String

  /// The numbers that are stated.
  var amounts: [Amount] { get }
  /// Whether it is judged by one number that a figure can miss narrowly.
  var statesNumber: Bool { get }
  /// Whether its number is what the figure is said to be, and not what it is more or less than:
  /// only that can be cut or rounded.
  var isRoundlySaid: Bool { get }

  // MARK: Periods

  /// The periods that the value is compared with, where it is compared over time.
  var reach: Reach? { get }
  /// Whether figures of periods are compared with one another, and not with a number: years of
  /// other lengths are then compared by the month.
  var comparesPeriods: Bool { get }
  /// Whether each period is compared with the one before it.
  var comparesNeighbors: Bool { get }
  /// Whether an earlier period can refute it where its own is not held.
  var isRefutedByEarlier: Bool { get }

  /// Whether each period is compared with the same one a year before.
  var comparesYearBefore: Bool { get }
  /// The unit of the periods that it is said of one by one, and the span that names them.
  var eachUnit: JudgedUnit? { get }
  var eachSpan: (any Clause)? { get }

  /// How many periods before its own are looked at, where it is decided by the last ones.
  var mostLookedAt: Int? { get }
  /// How many periods, its own included, must be like one another.
  var mostCompared: Int { get }
  /// Whether what is held after its own period is told.
  var tellsLater: Bool { get }
  /// Whether it tells itself how many periods it compares.
  var tellsCount: Bool { get }

  // MARK: Other figures

  /// Another question whose value it is compared with.
  var other: Query? { get }
  /// The dimension among whose values it is ranked.
  var rankedDimension: Name? { get }

  /// The same with each of its periods replaced.
  func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> Self

  /// Why it cannot be said of a question; `span` is its place in the statement. What compares over
  /// time refuses all but one period.
  func refusal(of query: ResolvedQuery, at span: SourceSpan) -> Diagnostic?
}

extension JudgmentForm {
  package static var needsChange: Bool { false }

  package var amounts: [Amount] { [] }
  package var statesNumber: Bool { false }
  package var isRoundlySaid: Bool { false }
  package var reach: Reach? { nil }
  package var comparesPeriods: Bool { false }
  package var comparesNeighbors: Bool { false }
  package var isRefutedByEarlier: Bool { false }
  package var comparesYearBefore: Bool { false }
  package var eachUnit: JudgedUnit? { nil }
  package var eachSpan: (any Clause)? { nil }
  package var mostLookedAt: Int? { nil }
  package var mostCompared: Int { .max }
  package var tellsLater: Bool { false }
  package var tellsCount: Bool { false }
  package var other: Query? { nil }
  package var rankedDimension: Name? { nil }

  package func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> Self { self }

  package func refusal(of query: ResolvedQuery, at span: SourceSpan) -> Diagnostic? {
    reach?.refusal(of: query, at: span)
  }
}
