/// Two measures of which neither may be added to the other.
struct SeedConflict: Hashable {
  let measure: Int
  let other: Int
  /// 0 they overlap, 1 the measure is a part of the other one, 2 the other one is a part of it.
  var relation = 0
  /// As stored in the database.
  var filters = ""
  var otherFilters = ""
}
