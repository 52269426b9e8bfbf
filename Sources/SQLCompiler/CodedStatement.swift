/// The rows of a long answer before they are named and put in order: periods as codes, values as
/// the ids of their names. The reader does both in a fraction of the time that SQL takes, and gets
/// the same rows as from ``SQLStatement``.
package struct CodedStatement: Sendable {
  package let statement: SQLStatement
  /// Whether the rows of a period of the first key follow one another, from the oldest.
  package let isByPeriod: Bool
  /// For each key that is a dimension, SQL for the size of each of its values over all rows, as id
  /// and number.
  package let sizes: [String?]
}
