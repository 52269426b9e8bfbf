import Catalog

/// Which tables hold facts, shipped and imported, and what their columns are.
struct FactTables {
  struct MeasureColumn {
    let key: String
    /// Figures are stored multiplied by this.
    let scale: Int
  }

  /// The tables of facts that are shipped, one for each subject, by their names in order.
  let subjects: [String]
  private let columns: [String: [String]]
  private let scales: [String: Int]
  private let isDimension: Set<String>
  /// For each subject, the tables of imported facts.
  let imported: [String: [String]]
  private let hasImports: Bool
  /// Whether everything is to be read as if it lay in one file, as in an export.
  private let isOneDatabase: Bool

  init(of database: Database, asOne isOneDatabase: Bool = false) throws(DatabaseError) {
    self.isOneDatabase = isOneDatabase
    let hasImports = database.imports != nil
    self.hasImports = hasImports
    var scales: [String: Int] = [:]
    var dimensions: Set<String> = []
    for file in hasImports ? ["main", Database.importedName] : ["main"] {
      let measures = try database.prepare("SELECT key, scale FROM \(file).measure")
      while try measures.step() { scales[measures.text(at: 0)] = measures.integer(at: 1) }
      let known = try database.prepare("SELECT key FROM \(file).dimension")
      while try known.step() { dimensions.insert(known.text(at: 0)) }
    }
    self.scales = scales
    isDimension = dimensions
    var subjects: [String] = []
    let shipped = try database.prepare(
      """
      SELECT name FROM main.sqlite_schema WHERE type = 'table'
        AND name IN (SELECT replace(subject, ' ', '_') FROM main.measure) ORDER BY name
      """
    )
    while try shipped.step() { subjects.append(shipped.text(at: 0)) }
    self.subjects = subjects
    var imported: [String: [String]] = [:]
    if hasImports {
      let own = try database.prepare(
        """
        SELECT DISTINCT replace(measure.subject, ' ', '_'), 'facts_' || dataset.id
        FROM \(Database.importedName).dataset
        JOIN \(Database.importedName).dataset_measure ON dataset_measure.dataset = dataset.id
        JOIN (
          SELECT id, subject FROM main.measure
          UNION ALL SELECT id, subject FROM \(Database.importedName).measure
        ) AS measure ON measure.id = dataset_measure.measure
        WHERE dataset.rollup_of = 0 ORDER BY dataset.id
        """
      )
      while try own.step() { imported[own.text(at: 0), default: []].append(own.text(at: 1)) }
    }
    self.imported = imported
    var columns: [String: [String]] = [:]
    for table in subjects + imported.values.flatMap({ $0 }) {
      columns[table] = try database.columns(of: table)
    }
    self.columns = columns
  }

  func dimensions(of subject: String) -> [String] {
    allColumns(of: subject).filter(isDimension.contains)
  }

  func measures(of subject: String) -> [MeasureColumn] {
    allColumns(of: subject).compactMap { column in
      isDimension.contains(column)
        ? nil : scales[column].map { MeasureColumn(key: column, scale: $0) }
    }
  }

  /// Those that are shipped, then those that only imported tables have.
  private func allColumns(of subject: String) -> [String] {
    let tables = [subject] + (imported[subject] ?? [])
    return tables.flatMap { columns[$0] ?? [] }.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// A table of the catalog, with the rows of imported data where there are some.
  func union(of table: String) -> String {
    hasImports && !isOneDatabase
      ? """
      (SELECT * FROM main.\(table.inDoubleQuotes) UNION ALL
        SELECT * FROM \(Database.importedName).\(table.inDoubleQuotes))
      """
      : table.inDoubleQuotes
  }

  /// All facts of a subject. Imported tables have only the columns that they need: the others are 0
  /// for dimensions and empty for measures, as in rows without a breakdown.
  func facts(of subject: String) -> String {
    guard let own = imported[subject] else { return subject.inDoubleQuotes }
    let all = allColumns(of: subject)
    let selects = [subject] + own
    let parts = selects.map { table in
      let held = columns[table] ?? []
      let list = all.map { column -> String in
        if held.contains(column) { return column.inDoubleQuotes }
        let isZero = isDimension.contains(column) || ["withheld", "hedge"].contains(column)
        return (isZero ? "0" : "NULL") + " AS " + column.inDoubleQuotes
      }
      let file = isOneDatabase ? "" : table == subject ? "main." : "\(Database.importedName)."
      return "SELECT \(list.joined(separator: ", ")) FROM \(file)\(table.inDoubleQuotes)"
    }
    return "(\(parts.joined(separator: "\nUNION ALL\n")))"
  }
}
