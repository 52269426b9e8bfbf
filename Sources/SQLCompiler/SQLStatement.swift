/// A question as SQL, and what its columns mean.
package struct SQLStatement: Sendable {
  package let sql: String
  package let columns: [Column]

  package enum Column: Hashable, Sendable {
    /// Index into the question's keys.
    case key(Int)
    /// Index into the question's columns.
    case column(Int)
    /// Number of withheld cells in a figure.
    case withheld(Int)
    /// Number of cells of a figure without a number, withheld ones included.
    case empty(Int)
    /// Number of periods that a figure adds up in the row.
    case periods(Int)
    /// The hedge of a figure, coded as `hedge` in the fact tables.
    case hedge(Int)
  }
}
