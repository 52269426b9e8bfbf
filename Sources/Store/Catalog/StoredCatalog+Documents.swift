package import Catalog

/// What was said, by whom: the documents and everything in them, in the order of the seed.
extension StoredCatalog {
  package func documents() -> [Document] { all(Document.self) }
  package func statedFigures() -> [StatedFigure] { all(StatedFigure.self) }
  package func claims() -> [Claim] { all(Claim.self) }
  /// What speakers leave open.
  package func spokenReadings() -> [SpokenReading] { all(SpokenReading.self) }
  package func programs() -> [Program] { all(Program.self) }
  package func rules() -> [Rule] { all(Rule.self) }
  /// `nil` for a database without a seed's tables.
  package func edition() -> DataEdition? {
    records("SELECT \(DataEdition.columns) FROM main.edition") { DataEdition(row: $0) }.first
  }
  /// What people ask for and is not in the data.
  package func notHeld() -> [NotHeld] { all(NotHeld.self) }
  package func events() -> [PolicyEvent] { all(PolicyEvent.self, by: "date, id") }

  /// All rows of a table that only the shipped database has.
  func all<Value: StoredValue>(_ type: Value.Type, by order: String = "id") -> [Value] {
    records("SELECT \(type.columns) FROM main.\(type.table) ORDER BY \(order)") {
      type.init(row: $0)
    }
  }
}
