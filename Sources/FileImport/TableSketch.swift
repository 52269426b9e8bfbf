import Catalog
import Diagnostics
import Importing
import Workbooks

/// The beginning of a file that nobody has described yet: where its header seems to be, and what is
/// in the rows below it. It is only used for lines that are offered.
struct TableSketch {
  /// The names of the columns; empty where the header has none.
  let names: [String]
  /// The names that groups of columns have in the row above the header, each over all of its
  /// columns; empty where there is no such row.
  let groups: [String]
  /// The texts above the header.
  let titles: [String]
  /// The rows below the header, as wide as it.
  let rows: [[String]]
  /// The name of the file.
  let file: String

  /// The most rows that are looked at.
  private static let mostRows = 80

  init(_ table: [[String]], file: String) {
    self.file = file
    let width = table.map(\.count).max() ?? 0
    let filled = table.map { row in row.count { !$0.isEmpty } }
    // Titles and notes have one cell or two; a header may lack the name of its first column.
    let usual = filled.sorted().last(where: { count in filled.count { $0 >= count } > 1 })
    let least = max(2, ((usual ?? filled.max() ?? 0) * 3 + 4) / 5)
    let place = filled.firstIndex { $0 >= min(least, width) } ?? 0
    let rows = table.map { row in
      row + Array(repeating: "", count: width - row.count)
    }
    names = rows.isEmpty ? [] : rows[place].map(\.onOneLine)
    self.rows = Array(rows.dropFirst(place + 1))
    let above = place > 0 ? rows[place - 1] : []
    groups = above.count { !$0.isEmpty } > 1 ? Self.spread(above) : []
    titles = rows.prefix(place).flatMap { $0 }.filter { !$0.isEmpty }
  }

  /// Of a file of text, or of the objects of a file.
  init(of file: SourceFile, _ layout: TableLayout) {
    self.init(
      Self.first { body in
        try? RowsOfText(file, layout).read(body)
      },
      file: file.name
    )
  }

  /// Of a sheet.
  init(of sheet: Workbook.Sheet, in workbook: Workbook) {
    self.init(
      Self.first { body in
        try? workbook.readRows(of: sheet, body)
      },
      file: String(workbook.path.split(separator: "/").last ?? "")
    )
  }

  /// The same without the columns of some names.
  func without(columns taken: [String]) -> TableSketch {
    let keys = Set(taken.map { Spelling.key(of: $0) })
    let kept = names.indices.filter { !keys.contains(Spelling.key(of: names[$0])) }
    return TableSketch(
      names: kept.map { names[$0] },
      groups: groups.isEmpty ? [] : kept.map { groups[$0] },
      titles: titles,
      rows: rows.map { row in kept.map { row[$0] } },
      file: file
    )
  }

  private init(
    names: [String],
    groups: [String],
    titles: [String],
    rows: [[String]],
    file: String
  ) {
    (self.names, self.groups, self.titles) = (names, groups, titles)
    (self.rows, self.file) = (rows, file)
  }

  private static func first(
    _ read: ((SheetRow) throws -> Bool) -> Void
  ) -> [[String]] {
    var table: [[String]] = []
    read { row in
      if let last = row.columns.last {
        table.append((0...last).map { trimmed(row.text(inColumn: $0)) })
      }
      return table.count < mostRows
    }
    return table
  }

  /// Each name over the empty cells to its right.
  private static func spread(_ row: [String]) -> [String] {
    var last = ""
    return row.map { cell in
      if !cell.isEmpty { last = cell.onOneLine }
      return last
    }
  }
}
