/// A row of the table `member`, of the seed or of an import.
struct MemberRecord {
  let id: Int
  let key: String
  let dimension: Int
  let name: String
  /// The value of the coarser dimension that contains it; 0 when there is none.
  var parent = 0

  /// Whether a value collects what no other names: 0 no, 1 all others, 2 what is unknown.
  static func rest(of key: String) -> Int { key == "other" ? 1 : key == "unknown" ? 2 : 0 }

  /// `rest`: see ``rest(of:)``.
  func row(rest: Int) -> KeyValuePairs<String, any ColumnValue> {
    ["id": id, "key": key, "dimension": dimension, "name": name, "parent": parent, "rest": rest]
  }
}
