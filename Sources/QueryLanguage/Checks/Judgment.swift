package import Catalog
package import Diagnostics

/// What is stated about a value: `is lowest since jul 2020`, `= -18%`, `doubled`.
package struct Judgment: Sendable {
  /// Whether it is negated by `not`.
  package let isNegated: Bool
  package var verdict: Verdict
  /// Its place in the statement.
  package let span: SourceSpan

  package init(isNegated: Bool, verdict: Verdict, span: SourceSpan) {
    self.isNegated = isNegated
    self.verdict = verdict
    self.span = span
  }

  /// What is stated about one value or a change.
  package enum Verdict: Sendable {
    /// `highest since fy2010`
    case superlative(Superlative, Reach)
    /// `first above 50% since oct 2019`
    case first(Event, Reach)
    /// `= 108,733`, `is about 740k`
    case value(Degree, Amount)
    /// `rose`, `fell by 300`
    case moved(Direction, Step?)
    /// `doubled`, `nearly doubled`
    case multiplied(Multiple, isNearly: Bool)
  }

  /// Beyond every other period compared; a tie is neither.
  package enum Superlative: String, Sendable {
    case highest, lowest
  }

  /// What is stated to occur for the first time.
  package enum Event: Sendable {
    case above(Amount)
    case below(Amount)
    case rise
    case fall
  }

  /// The direction of a change.
  package enum Direction: String, Sendable {
    case rose, fell
  }

  /// By how much something rose or fell.
  package struct Step: Sendable {
    package let degree: Degree
    package let amount: Amount
  }

  /// A value as a multiple of an earlier one.
  package enum Multiple: String, CaseIterable, Sendable {
    case doubled, tripled, halved

    /// The factor.
    package var factor: Ratio {
      switch self {
      case .doubled: Ratio(2)
      case .tripled: Ratio(3)
      case .halved: Ratio(5, over: 10)
      }
    }
  }

  /// How a value relates to the stated one.
  package enum Degree: String, CaseIterable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
    case about
    case nearly
    case moreThan = "more than"
    case lessThan = "less than"
  }

  /// The periods that a value is compared with: those after a period and before its own.
  package struct Reach: Sendable {
    package var since: PeriodTerm
    /// The unit of the periods, where it differs from that of the value's period.
    package let unit: TimeUnit?

    package init(since: PeriodTerm, unit: TimeUnit?) {
      self.since = since
      self.unit = unit
    }
  }
}
