import Catalog
package import Importing

/// The published files that are known by their header. Read by imports only.
extension StoredCatalog {
  /// All publishers' formats, in the order of the seed. What sheets of workbooks hold is read only
  /// where it is wanted.
  package func fileFormats(withSheets: Bool) -> [FileFormat] {
    let names = namesOfFormats()
    let ids = Dictionary(uniqueKeysWithValues: names.map { ($0.id, id(of: $0.name)) })
    let columns = records(
      "SELECT format, name, aliases, meaning, required FROM main.file_column ORDER BY rowid"
    ) { row in
      FileFormat.Meaning(stored: row.text(at: 3), ids).map { meaning in
        (
          format: row.integer(at: 0),
          column: FileFormat.FormatColumn(
            name: row.text(at: 1),
            aliases: row.text(at: 2).separated(by: "; ").filter { !$0.isEmpty },
            meaning: meaning,
            isRequired: row.integer(at: 4) == 1
          )
        )
      }
    }
    let tables = records(
      """
      SELECT absent, rows, scope, dimensions, measures, rank, key, title, note, format, series,
        complete, rounding, transition, adds_up
      FROM main.file_table\(withSheets ? "" : " WHERE format IN (SELECT id FROM main.file_format)")
      ORDER BY rowid
      """
    ) { row in FileFormat.Table(row: row, ids).map { (format: row.integer(at: 9), table: $0) } }
    let ofParts = Dictionary(grouping: tables, by: \.format)
    let sheets = withSheets ? formatSheets(ids) { ofParts[$0]?.map(\.table) ?? [] } : []
    let values = withSheets ? formatValues() : []
    let left = withSheets ? sheetsLeftOut() : []
    return records(
      "SELECT id, key, name, publisher, title, url, last_day FROM main.file_format ORDER BY id"
    ) { row in
      var format = FileFormat(
        key: row.text(at: 1),
        name: row.text(at: 2),
        publisher: row.text(at: 3),
        title: row.text(at: 4),
        url: row.text(at: 5),
        columns: columns.filter { $0.format == row.integer(at: 0) }.map(\.column),
        tables: tables.filter { $0.format == row.integer(at: 0) }.map(\.table)
      )
      format.sheets = sheets.filter { $0.format == row.integer(at: 0) }.map(\.sheet)
      format.names = names.filter { $0.format == row.integer(at: 0) }.map(\.name)
      format.left = left.filter { $0.format == row.integer(at: 0) }.map(\.sheet)
      format.lastDay = FileFormat.LastDay(row.text(at: 6))
      format.values = values.filter { $0.format == row.integer(at: 0) }.map(\.value)
      return format
    }
  }
}

extension StoredCatalog {
  /// Names that formats bring with them, by the ids that formats give them.
  private func namesOfFormats() -> [(id: Int, format: Int, name: FileFormat.NewName)] {
    records(
      "SELECT id, format, name, aliases, kind, unit, decimals, definition FROM main.file_name ORDER BY id"
    ) { row in
      (
        row.integer(at: 0), row.integer(at: 1),
        FileFormat.NewName(
          name: row.text(at: 2),
          aliases: row.text(at: 3).separated(by: "; ").filter { !$0.isEmpty },
          kind: Measure.Kind(rawValue: row.text(at: 4)),
          unit: row.text(at: 5),
          decimals: row.integer(at: 6),
          definition: row.text(at: 7)
        )
      )
    }
  }

  /// The id that a name has here, once a file has brought it with it; 0 before.
  private func id(of name: FileFormat.NewName) -> Int {
    let kind: NameMatch.Kind = name.kind == nil ? .dimension : .measure
    return matches(key: Spelling.key(of: name.name)).first { $0.kind == kind }?.target ?? 0
  }
}

extension FileFormat.Meaning {
  /// As `file_column` holds it: `dimension 4 5`.
  ///
  /// `known` has the ids of names that formats bring with them.
  init?(stored: String, _ known: [Int: Int]) {
    let words = stored.separated(by: " ")
    let ids = words.dropFirst().compactMap { Int($0) }.map { known[$0] ?? $0 }
    switch words[0] {
    case "ignored": self = .ignored
    case "fiscal_year": self = .fiscalYear
    case "month_of_fiscal_year": self = .monthOfYear
    case "date": self = .time(.date)
    case "month": self = .time(.month)
    case "cy": self = .time(.calendarYear)
    case "dimension": self = .dimensions(ids)
    case "measure":
      guard let id = ids.first else { return nil }
      self = .measure(id)
    default: return nil
    }
  }
}

extension FileFormat.Table {
  fileprivate init?(row: PreparedStatement, _ known: [Int: Int]) {
    guard let absent = Dataset.Absent(rawValue: row.text(at: 0)) else { return nil }
    self.init(
      key: row.text(at: 6),
      title: row.text(at: 7),
      rows: row.scope(at: 1),
      scope: row.scope(at: 2),
      dimensions: row.integers(at: 3).map { known[$0] ?? $0 },
      measures: row.integers(at: 4).map { known[$0] ?? $0 },
      absent: absent,
      isComplete: row.integer(at: 11) == 1,
      addsUp: row.integer(at: 14) == 1,
      rounding: row.integer(at: 12),
      rank: row.integer(at: 5),
      series: row.integer(at: 10),
      hasTransitionQuarter: row.integer(at: 13) == 1,
      note: row.text(at: 8)
    )
  }
}
