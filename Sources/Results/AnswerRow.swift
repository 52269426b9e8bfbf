package import Catalog

/// One row of an answer: a cell for each column.
package struct AnswerRow: Equatable, Sendable {
  package var cells: [Cell]
  /// Whether the row covers less than its period: the data or the question ends inside it.
  package var isPartial: Bool

  package init(cells: [Cell], isPartial: Bool = false) {
    self.cells = cells
    self.isPartial = isPartial
  }
}

package enum Cell: Equatable, Sendable {
  case period(Period)
  case text(String)
  case number(Number, Precision)
  case missing(Absence)
}

package enum Number: Equatable, Sendable {
  case integer(Int)
  /// Finite, and written as the shortest decimal that reads back.
  case real(Double)
}

/// How exact a figure is, shown as a sign before it.
package enum Precision: Equatable, Sendable {
  case exact
  /// Rounded by the publisher, or stated as "about": `≈`.
  case approximate
  /// The true figure is larger, or may be: a hedge such as "more than", or withheld cells in a sum: `>`.
  case floor
  /// The true figure is smaller, or may be: "nearly", "up to": `<`.
  case ceiling
}

/// Why there is no figure. None of these is zero.
package enum Absence: Equatable, Sendable {
  /// No table holds the period or the combination.
  case notHeld
  /// The publisher left the cell empty.
  case notPublished
  /// The publisher withheld the cell, to protect people: printed `D`.
  case withheld
  /// What is counted cannot exist there.
  case notApplicable
  /// Under the publisher's threshold, or rounded to nothing.
  case small
  /// Counted by the publisher under `other`.
  case withinOther
}
