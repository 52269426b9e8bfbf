/// A measure that a dataset holds.
struct FactMeasure {
  let id: Int
  /// The column of the fact table.
  let key: String
}
