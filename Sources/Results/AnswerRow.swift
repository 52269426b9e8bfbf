package import Catalog

/// One row of an answer: a cell for each column.
package struct AnswerRow: Equatable, Sendable {
  package var cells: [Cell]
  /// Whether the row covers less than its period: the data or the question ends inside it.
  package var isPartial: Bool
  /// Whether the row sums up others: `Others`, `Total`.
  package var isSummary: Bool
  /// The place of its column among those that `across` makes; 0 elsewhere.
  package var column: Int

  package init(
    cells: [Cell],
    isPartial: Bool = false,
    isSummary: Bool = false,
    column: Int = 0
  ) {
    self.cells = cells
    self.isPartial = isPartial
    self.isSummary = isSummary
    self.column = column
  }
}

package enum Cell: Hashable, Sendable {
  case period(Period)
  case text(String)
  case number(Number, Precision)
  case missing(Absence)
  /// What became of a statement.
  case verdict(Verdict)
  /// The figures of the row over time, to be drawn.
  case sparkline([SparkPoint])
  /// The sources of the row.
  case sources([SourceMark])
  /// Several things, each with members of its own: the periods that a statement is compared with.
  case records([[CellMember]])
}

/// What a small drawing shows of one period.
package enum SparkPoint: Hashable, Sendable {
  case figure(Double)
  /// A period of which only a part is held; its figure cannot stand beside the others.
  case partial
  case missing
}

/// A named part of a record.
package struct CellMember: Hashable, Sendable {
  package let key: String
  package let cell: Cell

  package init(_ key: String, _ cell: Cell) {
    self.key = key
    self.cell = cell
  }
}

/// A source as a row names it.
package struct SourceMark: Hashable, Sendable {
  /// Its number in the list under the answer, from 1.
  package let number: Int
  /// Its id in the catalog.
  package let key: String

  package init(number: Int, key: String) {
    self.number = number
    self.key = key
  }
}

package enum Number: Hashable, Sendable {
  case integer(Int)
  /// Finite, and written as the shortest decimal that reads back.
  case real(Double)
}

/// How exact a figure is, shown as a sign before it.
package enum Precision: Hashable, Sendable {
  case exact
  /// Rounded by the publisher, or stated as "about": `≈`.
  case approximate
  /// The true figure is larger, or may be: a hedge such as "more than", or withheld cells in a sum: `>`.
  case floor
  /// The true figure is smaller, or may be: "nearly", "up to": `<`.
  case ceiling
}

/// Why there is no figure. None of these is zero.
package enum Absence: Hashable, CaseIterable, Sendable {
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
  /// The table of the period never names the value, which may stand under its `other`.
  case notNamed
  /// A part of the calculation is divided by zero.
  case dividedByZero
  /// A period of the comparison is missing or partial, or a figure in it is a bound.
  case notComparable
  /// What is not told apart, and rows that sum up others, have no rank.
  case notRanked
}
