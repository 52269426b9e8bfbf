import Catalog
import Diagnostics
import Workbooks

/// What the columns of a file may be by their names, for a line that can be typed.
struct GuessedColumns {
  private let names: [String]
  private let catalog: any CatalogReader
  /// The year in which it is typed.
  private let year: String

  init(_ names: [String], _ request: ImportRequest, _ catalog: any CatalogReader) {
    self.names = names.filter { !$0.isEmpty }
    self.catalog = catalog
    year = String(request.today.prefix(4))
  }

  /// Options that say of every column what it may be: one period, dimensions, and the first other
  /// one as figures.
  var options: [ImportRemedy.Option] {
    var (by, figures): ([String], String?) = ([], nil)
    var hasTime = false
    for name in names {
      if let time = Self.time(name) {
        if !hasTime { by.append("\(time)=\(name)") }
        hasTime = true
      } else if let dimension = dimension(name) {
        by.append("\(dimension)=\(name)")
      } else if figures == nil || measure(name) != nil && measure(figures ?? "") == nil {
        figures = name
      }
    }
    let column = figures ?? names.last ?? "COLUMN"
    let known = measure(column)
    let measure = known ?? "figures here"
    var options = known == nil ? [ImportRemedy.Option("--new-measure", "\(measure):events")] : []
    options.append(ImportRemedy.Option("--measure", "\(measure)=\(column)"))
    if !by.isEmpty { options.append(ImportRemedy.Option("--by", by.joined(by: ","))) }
    if !hasTime { options.append(ImportRemedy.Option("--scope", "fy=\(year)")) }
    return options
  }

  /// The columns that are called like no period and no dimension.
  var others: [String] { names.filter { Self.time($0) == nil && dimension($0) == nil } }

  /// The first column that gives a period, as `--by` takes it.
  var period: String? {
    names.lazy.compactMap { name in Self.time(name).map { "\($0)=\(name)" } }.first
  }

  private static func time(_ name: String) -> String? {
    let words = Spelling.key(of: name).split(separator: " ").map(String.init)
    let times = [
      "quarter": "quarter", "date": "date", "day": "date", "month": "month", "fy": "fy",
      "year": "fy", "cy": "cy", "period": "month", "fecha": "date", "mes": "month",
    ]
    if words.contains("calendar") { return "cy" }
    return words.lazy.compactMap { times[$0] }.first
  }

  private func dimension(_ name: String) -> String? {
    let found = catalog.matches(key: Spelling.key(of: name)).first { $0.kind == .dimension }
    return found.flatMap { catalog.dimension($0.target)?.name }
  }

  private func measure(_ name: String) -> String? {
    let found = catalog.matches(key: Spelling.key(of: name)).first { $0.kind == .measure }
    return found.flatMap { catalog.measure($0.target) }.flatMap {
      $0.formula.isEmpty ? $0.name : nil
    }
  }
}

extension GuessedColumns {
  /// Options for the first sheet that is shown, by the first of its rows that has several texts.
  static func options(
    of workbook: Workbook,
    _ request: ImportRequest,
    _ catalog: any CatalogReader
  ) -> [ImportRemedy.Option] {
    guard let sheet = workbook.sheets.first(where: { !$0.isHidden }) else { return [] }
    var names: [String] = []
    try? workbook.readRows(of: sheet) { row in
      names = (0..<row.count).map { row.text(at: $0).onOneLine }
      return names.count { !$0.isEmpty } < 2 && row.number < 40
    }
    return [ImportRemedy.Option("--sheet", sheet.name)]
      + GuessedColumns(names, request, catalog).options
  }
}
