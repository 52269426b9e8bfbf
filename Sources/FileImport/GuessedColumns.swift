import Catalog
import Diagnostics
import Importing

/// What the columns of a table may be, by their names and by what they hold, for a line that can be
/// typed.
struct GuessedColumns {
  let sketch: TableSketch
  let columns: [SketchedColumn]
  let catalog: any CatalogReader
  let request: ImportRequest

  init(_ sketch: TableSketch, _ request: ImportRequest, _ catalog: any CatalogReader) {
    self.sketch = sketch
    self.catalog = catalog
    self.request = request
    columns = sketch.names.enumerated().map { place, name in
      SketchedColumn(name, sketch.rows.map { $0[place] })
    }
  }

  /// Options that say of every column what it may be: periods, dimensions, and figures; and what is
  /// to be left out, or read otherwise than usual.
  var options: [ImportRemedy.Option] {
    let wide = wide
    let across = across(wide)
    let figures = across == nil ? Array(figureColumns.prefix(1)) : wide
    let by = breakdowns(beside: figures)
    var options = measure(figures, isWide: across != nil) + by.added
    if !by.assignments.isEmpty {
      options.append(ImportRemedy.Option("--by", by.assignments.joined(by: ",")))
    }
    options += across?.options ?? []
    if by.times.isEmpty || by.lacksYear, !(across?.givesYears ?? false) {
      options.append(ImportRemedy.Option("--scope", "fy=\(year(figures.first))"))
    }
    options += sums(by.keys) + notation(figures)
    if let dates = by.dates { options.append(ImportRemedy.Option("--dates", dates.text)) }
    return options
  }

  /// The names of the columns that hold figures and no periods.
  var figures: [String] { figureColumns.map { columns[$0].name }.filter { !$0.isEmpty } }

  // MARK: Figures

  private var figureColumns: [Int] {
    let own = columns.indices.filter { columns[$0].holdsFigures && columns[$0].period == nil }
    // The one that is called like a measure is meant before others.
    return own.filter { measure(columns[$0].name) != nil }
      + own.filter { measure(columns[$0].name) == nil }
  }

  /// The columns of figures whose headers are periods, or values of one dimension; empty where they
  /// are not several.
  private var wide: [Int] {
    let own = columns.indices.filter { columns[$0].holdsFigures }
    let periods = own.filter { Self.period(columns[$0].name) != nil }
    if periods.count > 1 { return periods }
    if !sketch.groups.isEmpty, own.count > 1,
      own.count(where: { Self.period(sketch.groups[$0]) != nil }) * 2 > own.count
    {
      return own.filter { Self.period(sketch.groups[$0]) != nil }
    }
    let values = own.filter { dimension(ofValues: [columns[$0].name]) != nil }
    return values.count > 1 && values.count * 2 > own.count ? values : []
  }

  /// What is read across the columns: `fy`, or `fy,sex` where years are above the values.
  private func across(_ wide: [Int]) -> (options: [ImportRemedy.Option], givesYears: Bool)? {
    guard let first = wide.first else { return nil }
    let header = columns[first].name
    if let period = Self.period(header) {
      let givesYear = period != "month" || PeriodText.yearAndMonth(header) != nil
      return ([ImportRemedy.Option("--across", period)], givesYear)
    }
    let values = dimension(ofValues: wide.map { columns[$0].name })
    let added = [
      ImportRemedy.Option("--new-dimension", "category"), ImportRemedy.Option("--add-values"),
    ]
    let above = sketch.groups.isEmpty ? nil : Self.period(sketch.groups[first])
    let names = [above, values ?? "category"].compactMap { $0 }.joined(by: ",")
    return (
      (values == nil ? added : []) + [ImportRemedy.Option("--across", names)], above != nil
    )
  }

  /// The period of a header, as it is named in options.
  private static func period(_ text: String) -> String? {
    if text.uppercased().hasPrefix("CY"), PeriodText.calendarYear(text) != nil { return "cy" }
    if let year = PeriodText.fiscalYear(text) { return (1790...2100).contains(year) ? "fy" : nil }
    if PeriodText.day(text) != nil { return "date" }
    if PeriodText.yearAndMonth(text) != nil { return "month" }
    return Int(text) == nil && PeriodText.month(text) != nil ? "month" : nil
  }

  private func measure(_ figures: [Int], isWide: Bool) -> [ImportRemedy.Option] {
    guard let first = figures.first else {
      // Every row is one.
      return [
        ImportRemedy.Option("--new-measure", "rows here:rows"),
        ImportRemedy.Option("--measure", "rows here"), ImportRemedy.Option("--count"),
      ]
    }
    let column = columns[first].name
    let known = isWide ? nil : measure(column)
    let name = known ?? "figures here"
    var options: [ImportRemedy.Option] = []
    if known == nil { options.append(ImportRemedy.Option("--new-measure", name + kind(figures))) }
    options.append(ImportRemedy.Option("--measure", isWide ? name : "\(name)=\(column)"))
    return options
  }

  /// Unit, kind and decimals of a new measure.
  private func kind(_ figures: [Int]) -> String {
    let cells = figures.flatMap { columns[$0].figures }
    let comma = hasDecimalComma
    let decimals = min(
      NewNames.mostDecimals,
      cells.map { $0.decimals(afterComma: comma) }.max() ?? 0
    )
    let isShare = cells.contains { $0.marks.contains("%") }
    let unit =
      isShare ? "percent" : cells.contains { $0.marks.contains("$") } ? "dollars" : "events"
    if isShare { return ":\(unit):mean:\(decimals)" }
    return decimals == 0 ? ":\(unit)" : ":\(unit):flow:\(decimals)"
  }

  private var hasDecimalComma: Bool {
    columns.contains { column in
      column.holdsFigures && column.figures.contains(where: \.hasDecimalComma)
    }
  }

  /// How figures are written, where that is not as usual.
  private func notation(_ figures: [Int]) -> [ImportRemedy.Option] {
    let cells = figures.flatMap { columns[$0].figures }
    var marks: [String] = []
    for mark in cells.flatMap(\.marks) where !marks.contains(mark) { marks.append(mark) }
    if cells.contains(where: \.hasSpaces) { marks.append(" ") }
    return (hasDecimalComma ? [ImportRemedy.Option("--decimal", ",")] : [])
      + marks.filter { !$0.contains { "<>≤≥~".contains($0) } }.prefix(6).map {
        ImportRemedy.Option("--marks", $0)
      }
  }

  private func measure(_ name: String) -> String? {
    let found = catalog.matches(key: Spelling.key(of: name)).first { $0.kind == .measure }
    return found.flatMap { catalog.measure($0.target) }.flatMap {
      $0.formula.isEmpty ? $0.name : nil
    }
  }
}
