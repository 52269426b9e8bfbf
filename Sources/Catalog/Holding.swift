/// That a dataset holds a measure. For which periods is asked apart, of the few datasets that fit.
package struct Holding: Sendable {
  package let measure: Int
  package let dataset: Dataset
  /// The bit of `withheld` in the fact table that belongs to the measure.
  package let position: Int
  /// Number of cells that the publisher withheld.
  package let withheld: Int
  /// Number of cells left empty.
  package let unpublished: Int
  /// Number of cells with a hedge.
  package let hedged: Int

  package init(
    measure: Int,
    dataset: Dataset,
    position: Int,
    withheld: Int,
    unpublished: Int,
    hedged: Int
  ) {
    self.measure = measure
    self.dataset = dataset
    self.position = position
    self.withheld = withheld
    self.unpublished = unpublished
    self.hedged = hedged
  }
}
