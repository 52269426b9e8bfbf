/// A question as SQL, and what its columns mean.
package struct SQLStatement: Sendable {
  package let sql: String
  package let columns: [ResultColumn]

  /// What one column of the statement's result holds.
  package enum ResultColumn: Hashable, Sendable {
    /// Index into the question's keys.
    case key(Int)
    /// Index into the question's outputs.
    case output(Int)
    /// Number of withheld cells in a figure.
    case withheld(Int)
    /// Number of cells of a figure without a number, withheld ones included.
    case empty(Int)
    /// Number of periods that a figure adds up in the row.
    case periods(Int)
    /// Number of tables that a figure is put together from and that never name a value of the row.
    case untold(Int)
    /// The hedge of a figure, coded as `hedge` in the fact tables.
    case hedge(Int)
    /// Whether an output is made of a figure that is a bound; index into the question's outputs.
    case bound(Int)
    /// Whether what an output is compared with was stated with "about"; index into the outputs.
    case about(Int)
    /// Whether an output was divided by zero; index into the question's outputs.
    case zero(Int)
    /// 0 a row of figures, 1 the sum of those that `top` leaves out, 2 the sum of all.
    case summary
    /// The place of the row's column among those that `across` makes.
    case column
  }
}
