/// Where an import is, for a progress bar.
package struct ImportProgress: Sendable {
  /// What an import is doing, in this order.
  package enum Phase: Sendable {
    /// Finding out what the file is.
    case recognizing
    case reading
    /// Matching its values with those of the catalog.
    case values
    /// Making tables of what was read.
    case adding
    /// Asking what its figures change.
    case comparing
    case writing
    /// Waiting for the disk, before the import is made to stay.
    case keeping
  }

  package let phase: Phase
  /// From 0 to 1.
  package let fraction: Double
  /// Rows of the file that were read, or looked at.
  package let rows: Int

  package init(phase: Phase, fraction: Double, rows: Int) {
    (self.phase, self.fraction, self.rows) = (phase, fraction, rows)
  }
}
