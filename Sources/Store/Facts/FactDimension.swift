/// A dimension that a dataset is broken down by. Rows name a value of it by its place.
struct FactDimension {
  let id: Int
  /// The column of the fact table.
  let key: String
  /// The id of the coarser dimension; 0 = none.
  let parent: Int
  /// The ids of values, by their places.
  var members: [Int] = []
  /// Number of values that occur, without `other` and `unknown`.
  var named = 0
  /// By place, whether a value rolls up to a value of the coarser dimension; `nil` where there is
  /// no coarser one.
  var isPlaced: [Bool]?
  /// By place, whether a value is `other`; `nil` where none that occurs is.
  var isOther: [Bool]?
}
