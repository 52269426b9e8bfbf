package import Catalog

extension ImportedData {
  /// Adds a measure of the user's own.
  package func addMeasure(
    name: String,
    aliases: [String] = [],
    unit: String,
    kind: Measure.Kind,
    decimals: Int = 0,
    definition: String = declared
  ) throws(DatabaseError) {
    let id = try nextID(of: "measure", from: ImportedID.firstMeasure)
    let record = MeasureRecord(
      id: id,
      key: try freeColumn(Self.key(of: name)),
      name: name,
      // A separate subject: it shares no table with others.
      subject: "imported",
      unit: unit,
      kind: kind,
      scale: (0..<decimals).reduce(1) { scale, _ in scale * 10 },
      definition: definition
    )
    try TableWriter("measure", in: Database.importedName, of: database).insert(record.row)
    for name in [name] + aliases { try add(SpellingRecord(name, names: id, of: .measure)) }
  }

  /// What is said of names that were declared with an option.
  package static let declared = "Declared when its first table was imported."

  /// Adds a dimension of the user's own.
  package func addDimension(
    name: String,
    aliases: [String] = [],
    definition: String = declared
  ) throws(DatabaseError) {
    let id = try nextID(of: "dimension", from: ImportedID.firstMeasure)
    let record = DimensionRecord(
      id: id,
      key: try freeColumn(Self.key(of: name)),
      name: name,
      plural: Self.plural(of: name),
      description: definition
    )
    try TableWriter("dimension", in: Database.importedName, of: database).insert(record.row)
    for name in [name] + aliases { try add(SpellingRecord(name, names: id, of: .dimension)) }
  }

  /// Adds values of dimensions, as many as there are.
  package func memberWriter() throws(DatabaseError) -> MemberWriter { try MemberWriter(self) }

  /// A name for a column of facts that no other measure, dimension or column has.
  private func freeColumn(_ wished: String) throws(DatabaseError) -> String {
    let taken = try database.all(
      """
      SELECT key FROM main.measure UNION ALL SELECT key FROM imported.measure
      UNION ALL SELECT key FROM main.dimension UNION ALL SELECT key FROM imported.dimension
      UNION ALL VALUES ('dataset'), ('period'), ('withheld'), ('hedge')
      """
    ) { $0.text(at: 0) }
    var (key, number) = (wished, 1)
    while taken.contains(key) {
      number += 1
      key = "\(wished)_\(number)"
    }
    return key
  }

  private func add(_ spelling: SpellingRecord) throws(DatabaseError) {
    try TableWriter("spelling", in: Database.importedName, of: database).insert(spelling.row)
  }

  /// In snake case, as in the catalog.
  static func key(of name: String) -> String {
    let words = name.lowercased().split { character in
      !(character.isASCII && (character.isLetter || character.isNumber))
    }
    let key = words.joined(separator: "_")
    return key.isEmpty ? "value" : key
  }

  private static func plural(of name: String) -> String {
    name.hasSuffix("s") ? name : name.hasSuffix("y") ? name.dropLast() + "ies" : name + "s"
  }
}
