package import QueryLanguage

/// A statement judged by the figures of its periods.
package struct Ruling: Sendable {
  /// Whether the statement is true for every value that the figures can have, for none, or for
  /// some; `nil` when what it is about is not held.
  package internal(set) var truth: Truth?
  /// Whether it does not hold, and the number stated is nearly every value that it should be.
  package internal(set) var isClose = false
  /// What is judged: the figure of the subject, or the change, in the unit that is stated.
  package let value: Estimate?
  /// The place of the period whose figure `value` is, where that is not the subject.
  package internal(set) var valuePlace: Int?
  /// How `value` is read.
  package let kind: Kind
  /// The values that the statement allows, where it states a number.
  package internal(set) var allowed: Allowed?
  /// The number stated, and the values that it is close to.
  package internal(set) var nearness: Nearness?
  /// The place of the period that comes next after the subject, or that decides against the
  /// statement.
  package internal(set) var runnerUp: Int?
  /// What `runnerUp` is to the subject.
  package internal(set) var runnerUpRole = Role.base
  /// By how much the value differs from the runner-up, or from the number stated.
  package internal(set) var margin: Fraction?
  /// What the verdict would be if the period after `since` were counted too.
  package internal(set) var countingLeftOut: Truth?

  /// What is told beside the verdict.
  package internal(set) var told: [Told] = []

  /// Something that is told beside the verdict; periods are named by their places.
  package enum Told: Sendable {
    /// One that is beyond the subject, which is said to be the second or a later one.
    case beyond(Int, Superlative.Extreme)
    /// The first after the subject that is beyond it, by its place among the later ones.
    case later(Int, Superlative.Extreme)
    /// How many periods in a row do the same, from which to the subject; whether it began there is
    /// known or not.
    case run(count: Int, first: Int, isKnown: Bool)
    /// How many of the periods do what is said of each, one that does not, and the one whose figure
    /// is nearest to the number stated.
    case each(count: Int, of: Int, except: Int?, nearest: Int?)
    /// The place of the subject among so many, its own included, from the highest or the lowest.
    case rank(Int, of: Int)
    /// What the runner-up is compared with: the period before it, or the same a year before.
    case counterpart(Int, isYearBefore: Bool)
    /// A year of fifteen months as it is compared: its figure for twelve.
    case inTwelveMonths(Int, Estimate)
    /// That two spans of unlike length are compared as they are.
    case unlikeLengths
    /// That a change goes back in time.
    case backward
  }

  /// What another period is to the subject.
  package enum Role: Equatable, Sendable {
    /// The nearest to the subject, which is said to be beyond it.
    case rival(Superlative.Extreme)
    /// One for which the same is true already.
    case earlier
    /// The one before the subject.
    case predecessor
    /// The one that a change is measured from.
    case base
    /// The one that ends a streak, before it began.
    case breaking
    /// One of which what is said of each is not so.
    case exception
    /// The one of which what is said of each is so by the least.
    case narrowest
  }

  /// What is judged.
  package enum Kind: Sendable {
    /// A figure of the question's own kind.
    case figure
    /// A difference of two such figures.
    case difference
    case percent
    /// The part that a figure is of another.
    case share
    /// A factor between two figures.
    case factor
  }

  /// That on a statement whose subject is not held.
  static let noData = Ruling(truth: nil, value: nil, kind: .figure)

  /// Whether the value itself must be among those allowed, and not what other periods have.
  private var isJudgedByNumber: Bool { runnerUpRole == .base }

  /// The same without what places of periods say.
  package var withoutPlaces: Ruling {
    var ruling = self
    ruling.runnerUp = nil
    ruling.margin = nil
    return ruling
  }

  /// That on the opposite.
  package var negated: Ruling {
    var negated = self
    // What is only close is not so.
    negated.truth = isClose ? .yes : truth?.negated
    negated.isClose = false
    negated.nearness = nil
    if isJudgedByNumber { negated.allowed = allowed?.opposite }
    negated.countingLeftOut = countingLeftOut?.negated
    return negated
  }
}
