/// A value of a dimension. Its id is its place in the list of all, from 1.
struct SeedMember {
  let key: String
  let dimension: Int
  /// The id of the member that it rolls up to; 0 = none.
  var parent: Int
  /// 0 a value, 1 `other`, 2 `unknown`.
  let rest: Int
}
