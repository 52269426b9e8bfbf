extension Line {
  /// So many periods at a time, as `12 month moving average` asks for.
  struct Rolling {
    let count: Int
    /// The unit of the periods, by its key.
    let unit: String
    /// The place of the word that asks for means, which flows have none of.
    var mean: Int?
  }
}
