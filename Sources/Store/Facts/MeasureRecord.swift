import Catalog

/// A row of the table `measure`, of the seed or of an import.
struct MeasureRecord {
  let id: Int
  let key: String
  let name: String
  /// The fact table.
  let subject: String
  let unit: String
  let kind: Measure.Kind
  /// How periods combine; `nil` as the kind says.
  var overTime: String?
  /// Figures are stored multiplied by this.
  var scale = 1
  /// In the query language; empty when the figures are stored.
  var formula = ""
  /// The measure that this one is a part of; 0 when it is none.
  var partOf = 0
  /// The first and the last day on which it could exist, as codes of days; 0 where unknown.
  var existence = (from: 0, to: 0)
  let definition: String
  var caveat = ""

  /// What its tables have in common is added when they are known.
  var row: KeyValuePairs<String, any ColumnValue> {
    [
      "id": id,
      "key": key,
      "name": name,
      "subject": subject,
      "unit": unit,
      "kind": kind.rawValue,
      "over_time": overTime ?? kind.overTime,
      "scale": scale,
      "formula": formula,
      "part_of": partOf,
      "exists_from": existence.from,
      "exists_to": existence.to,
      "definition": definition,
      "caveat": caveat,
      "scope": "",
      "times": "",
    ]
  }
}

extension Measure.Kind {
  /// How the figures of several periods combine, as the seed says it.
  var overTime: String {
    switch self {
    case .flow: "sum"
    case .stock: "last"
    case .average: "mean"
    case .limit, .mean: "none"
    }
  }
}
