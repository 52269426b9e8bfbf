package import Results
import SQLCompiler

/// A row of ``EvidenceSQL``: what one dataset holds of a figure in one of its periods.
package struct EvidenceRow: Sendable {
  /// The code of the dataset's period.
  let period: Int
  /// As in the fact tables; 0 where no cell has one.
  let hedge: Int
  /// In the smallest unit of the measure; `nil` when no cell has a number.
  let sum: Int?
  /// Number of cells with a number.
  let cells: Int
  /// Number of cells withheld by the publisher.
  let withheld: Int
  /// Number of cells without a number, withheld ones included.
  let empty: Int
  /// The value of the dimension that the rows are broken down by; 0 where they are not.
  let member: Int

  /// The row that a statement is at.
  package init(_ row: some RawRow, isByMember: Bool) {
    let integer = { (column: EvidenceSQL.EvidenceColumn) in row.integer(at: column.rawValue) }
    period = integer(.period)
    hedge = integer(.hedge)
    sum = row.isNull(at: EvidenceSQL.EvidenceColumn.sum.rawValue) ? nil : integer(.sum)
    cells = integer(.cells)
    withheld = integer(.withheld)
    empty = integer(.empty)
    member = isByMember ? integer(.member) : 0
  }
}
