package import Diagnostics

/// A statement as it was typed, without the word `check`:
/// `encounters for southwest in nov 2024 is lowest since jul 2020`.
package struct Check: Sendable {
  /// The word that a statement to be judged begins with.
  package static let keyword = "check"

  /// What the statement is about: a question that gives one value for one period.
  package var subject: Query
  /// The other question of a ratio or a difference: `/ encounters in fy2019`.
  package var operand: Operand?
  /// Whether it is about the change from one period to another.
  package var change: Change?
  /// What is stated about it.
  package var judgment: Judgment
  /// How far a stated number may be off and still be close, where the statement says so.
  package var width: Width?
  package var delivery: Delivery
  /// Where the statement ends in what was typed, before its format and file: a UTF-8 offset.
  package let end: Int

  package init(
    subject: Query,
    operand: Operand? = nil,
    change: Change?,
    judgment: Judgment,
    width: Width? = nil,
    delivery: Delivery,
    end: Int
  ) {
    self.subject = subject
    self.operand = operand
    self.change = change
    self.judgment = judgment
    self.width = width
    self.delivery = delivery
    self.end = end
  }

  /// `/ encounters in fy2019`, `- removals in fy2011` — what the subject is divided by, or what is
  /// taken from it.
  package struct Operand: Sendable {
    package let isDivisor: Bool
    package var question: Query

    package var spelling: String {
      "\((isDivisor ? Query.Operator.divide : .subtract).rawValue) \(question.spelling)"
    }
  }

  /// `change in … from oct 2024 to nov 2024`
  package struct Change: Equatable, Sendable {
    /// `nil` when the question gives them with `vs`.
    package var periods: Periods?
    /// The place of `change in`.
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

extension Check {
  /// In its canonical form, without the word `check` and the format.
  package var spelling: String {
    var parts: [String] = change == nil ? [] : ["change in"]
    parts.append(subject.spelling)
    if let operand { parts.append(operand.spelling) }
    if let periods = change?.periods {
      parts.append("from \(periods.from.spelling) to \(periods.to.spelling)")
    }
    parts.append(judgment.spelling)
    if let width { parts.append(width.spelling) }
    return parts.joined(separator: " ")
  }
}
