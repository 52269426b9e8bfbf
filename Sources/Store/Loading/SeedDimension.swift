/// What the other files need to know of a dimension. Its id is its place in the list, from 1.
struct SeedDimension {
  let key: String
  /// The id of the coarser dimension; 0 = none.
  let parent: Int
  /// Member ids by key.
  var memberNumbers: [String: Int] = [:]
}
