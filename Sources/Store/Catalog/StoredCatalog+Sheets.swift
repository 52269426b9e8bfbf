import Importing

/// The workbooks that are known by their sheets. Read by imports only.
extension StoredCatalog {
  /// What sheets of workbooks hold, with the number of their format. `tables` gives the tables of a
  /// sheet by its number, `ids` those of names that formats bring with them.
  func formatSheets(
    _ ids: [Int: Int],
    _ tables: (Int) -> [FileFormat.Table]
  ) -> [(format: Int, sheet: FileFormat.Sheet)] {
    records(
      """
      SELECT id, format, key, names, title, header, sections, fill, columns, rows, day
      FROM main.file_sheet ORDER BY id
      """
    ) { row in
      let columns = row.text(at: 8).separated(by: "\n").compactMap { SheetColumn($0, ids) }
      let isSpread = columns.contains { $0.isFigure && $0.place == "(cells)" }
      let keys = columns.filter { !$0.isFigure }
      let figures = columns.filter(\.isFigure)
      var cut = TableCut(
        keys: keys.map { TableCut.Place($0.place) },
        figures: isSpread ? .spread { _ in true } : .columns(figures.map(\.place))
      )
      cut.title = row.text(at: 4).isEmpty ? nil : NamePattern(row.text(at: 4))
      cut.headerRows =
        switch row.text(at: 5) {
        case "above": .groupsAbove
        case "below": .partsBelow
        default: .one
        }
      cut.sections = row.list(at: 6).map { NamePattern($0) }
      cut.filled = Set(row.list(at: 7))
      cut.rules = row.list(at: 9).compactMap(TableCut.NameRule.init)
      let month = keys.firstIndex { $0.meaning == .monthOfYear }
      let hasYear = cut.keys.contains(.year)
      cut.months = hasYear ? month.map { cut.keys[$0] } : nil
      return (
        row.integer(at: 1),
        FileFormat.Sheet(
          key: row.text(at: 2),
          names: NamePattern(row.text(at: 3)),
          cut: cut,
          meanings: (keys + figures).map(\.meaning),
          ownDay: FileFormat.OwnDay(row.text(at: 10)),
          tables: tables(row.integer(at: 0))
        )
      )
    }
  }

  /// Sheets that are not read, with the number of their format.
  func sheetsLeftOut() -> [(format: Int, sheet: FileFormat.LeftSheet)] {
    records("SELECT format, names, reason FROM main.file_left ORDER BY rowid") { row in
      let names = NamePattern(row.text(at: 1))
      return (row.integer(at: 0), FileFormat.LeftSheet(names: names, reason: row.text(at: 2)))
    }
  }

  /// What publishers' own words for values mean, with the number of their format.
  func formatValues() -> [(format: Int, value: FileFormat.Value)] {
    records("SELECT format, dimension, text, member FROM main.file_value ORDER BY rowid") { row in
      (
        row.integer(at: 0),
        FileFormat.Value(
          dimension: row.integer(at: 1),
          text: row.text(at: 2),
          member: row.integer(at: 3)
        )
      )
    }
  }
}

/// A column that a cut makes, as it is stored: `dimension 4=Agency`.
private struct SheetColumn {
  let meaning: FileFormat.Meaning
  let place: String

  init?(_ text: String, _ ids: [Int: Int]) {
    let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2, let meaning = FileFormat.Meaning(stored: sides[0], ids) else {
      return nil
    }
    (self.meaning, place) = (meaning, sides[1])
  }

  var isFigure: Bool { if case .measure = meaning { true } else { false } }
}

extension TableCut.NameRule {
  /// Reads `Agency!=Total | Sum` or `Agency=CBP`.
  package init?(_ text: String) {
    let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2 else { return nil }
    let isExcluding = sides[0].hasSuffix("!")
    self.init(
      place: TableCut.Place(isExcluding ? String(sides[0].dropLast()) : sides[0]),
      keeps: !isExcluding,
      names: NamePattern.alternatives(sides[1])
    )
  }
}

extension PreparedStatement {
  fileprivate func list(at column: Int) -> [String] {
    text(at: column).separated(by: "; ").filter { !$0.isEmpty }
  }
}
