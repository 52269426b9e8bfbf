/// A row of the table `dimension`, of the seed or of an import.
struct DimensionRecord {
  let id: Int
  let key: String
  let name: String
  let plural: String
  /// The coarser dimension; 0 when there is none.
  var parent = 0
  /// The names of what is counted where only a value of it is named, separated by `; `.
  var counts = ""
  let description: String

  var row: KeyValuePairs<String, any ColumnValue> {
    [
      "id": id,
      "key": key,
      "name": name,
      "plural": plural,
      "parent": parent,
      "counts": counts,
      "description": description,
    ]
  }
}
