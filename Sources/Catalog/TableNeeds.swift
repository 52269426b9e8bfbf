/// What a question asks of every table that may answer a figure. A table that lacks it cannot
/// answer; one that has it may still not.
package struct TableNeeds: Sendable {
  /// Dimensions that a table must distinguish, or be limited in.
  package var dimensions = DimensionSet()
  /// The only dimensions in which a table may be limited.
  package var limits = DimensionSet()

  package init() {}
}
