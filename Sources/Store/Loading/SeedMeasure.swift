import Catalog

/// What the other files need to know of a measure. Its id is its place in the list, from 1.
struct SeedMeasure {
  let key: String
  /// The fact table that holds it.
  let table: String
  let decimals: Int
  /// Whether figures are stored; otherwise a formula computes them.
  let isStored: Bool
  let kind: Measure.Kind
  /// How periods combine, in the word of the seed.
  let overTime: String

  /// Whether figures of several periods or parts may be added.
  var isSum: Bool { kind == .flow }
}
