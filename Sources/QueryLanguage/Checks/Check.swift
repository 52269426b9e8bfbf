package import Catalog
package import Diagnostics

/// A statement as it was typed, without the word `check`:
/// `encounters for southwest in nov 2024 is lowest since jul 2020`.
package struct Check: Sendable {
  /// What the statement is about: a question that gives one value for one period.
  package var subject: Query
  /// Whether it is about the change from one period to another.
  package var change: Change?
  /// What is said of it.
  package var judgment: Judgment
  package var delivery: Delivery
  /// Where the statement ends in what was typed, before its format and file: a UTF-8 offset.
  package let end: Int

  package init(
    subject: Query,
    change: Change?,
    judgment: Judgment,
    delivery: Delivery,
    end: Int
  ) {
    self.subject = subject
    self.change = change
    self.judgment = judgment
    self.delivery = delivery
    self.end = end
  }

  /// `change in … from oct 2024 to nov 2024`
  package struct Change: Equatable, Sendable {
    /// `nil` when the question says it by `vs`.
    package var periods: Periods?
    /// Where `change in` stands.
    package let span: SourceSpan

    /// An earlier period and a later one.
    package struct Periods: Equatable, Sendable {
      package var from: InClause.Range
      package var to: InClause.Range

      package init(from: InClause.Range, to: InClause.Range) {
        self.from = from
        self.to = to
      }
    }

    package init(periods: Periods?, span: SourceSpan) {
      self.periods = periods
      self.span = span
    }
  }
}

/// What is said of a value: `is lowest since jul 2020`, `= -18%`, `doubled`.
package struct Judgment: Sendable {
  /// Whether `not` stands before it.
  package let isNegated: Bool
  package var verdict: Verdict
  /// Where it stands in the statement.
  package let span: SourceSpan

  package init(isNegated: Bool, verdict: Verdict, span: SourceSpan) {
    self.isNegated = isNegated
    self.verdict = verdict
    self.span = span
  }

  /// What is said, of one value or of a change.
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

  /// What is said to come about for the first time.
  package enum Event: Sendable {
    case above(Amount)
    case below(Amount)
    case rise
    case fall
  }

  /// Which way a value went.
  package enum Direction: String, Sendable {
    case rose, fell
  }

  /// By how much something rose or fell.
  package struct Step: Sendable {
    package let degree: Degree
    package let amount: Amount
  }

  /// What a value became, as a multiple of what it was.
  package enum Multiple: String, CaseIterable, Sendable {
    case doubled, tripled, halved

    /// What the value was multiplied with.
    package var factor: Ratio {
      switch self {
      case .doubled: Ratio(2)
      case .tripled: Ratio(3)
      case .halved: Ratio(5, over: 10)
      }
    }
  }

  /// How a value stands to the stated one.
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
    /// The unit of the periods, where it is not that of the value's own.
    package let unit: TimeUnit?

    package init(since: PeriodTerm, unit: TimeUnit?) {
      self.since = since
      self.unit = unit
    }
  }
}

/// A number as it was stated.
package struct Amount: Sendable {
  /// As it was written, without its percent sign.
  package let literal: NumberLiteral
  package let isNegative: Bool
  /// In percent: `-18%`, `18 percent`.
  package let isPercent: Bool
  /// The number itself; of `18%`, 18.
  package let value: Ratio
  package let span: SourceSpan

  init(
    _ literal: NumberLiteral,
    isNegative: Bool,
    isPercent: Bool,
    at span: SourceSpan
  ) throws(Diagnostic) {
    let plain = NumberLiteral(
      digits: literal.digits,
      decimals: literal.decimals,
      suffix: literal.suffix == "%" ? nil : literal.suffix,
      isPlain: literal.isPlain,
      length: literal.length
    )
    guard let value = plain.ratio else {
      throw Diagnostic("too-large", "the number is too large to count with", at: span)
    }
    self.literal = plain
    self.isNegative = isNegative
    self.isPercent = isPercent
    self.value = isNegative ? value.negated : value
    self.span = span
  }

  /// Whether a part of a unit is stated: `1.2m`, `50.5%`.
  package var isDecimal: Bool { literal.decimals > 0 }

  /// Whether it is written short, with `k`, `m` or `b`: nobody who says 1.7m means exactly 1,700,000.
  package var isShortened: Bool { literal.suffix != nil }

  /// One unit of the last place that is written: of `50.5` a tenth, of `740k` a thousand.
  package var lastPlace: Ratio {
    let factor = Int(literal.factor)
    let denominator = (0..<literal.decimals).reduce(1) { power, _ in power * 10 }
    return Ratio(factor, over: denominator)
  }

  /// One unit of the last digit that is stated. Zeros at the end of a plain whole number only hold
  /// places, as in `900` and `740,000`; behind a decimal point, or before `k` and `m`, they are stated.
  package var lastDigit: Ratio {
    guard literal.decimals == 0, literal.suffix == nil, literal.digits > 0, !isPercent else {
      return lastPlace
    }
    var unit = 1
    while literal.digits % (unit * 10) == 0 { unit *= 10 }
    return Ratio(unit)
  }

  /// As it is written in a statement.
  package var spelling: String {
    (isNegative ? "-" : "") + literal.spelling + (isPercent ? "%" : "")
  }
}
