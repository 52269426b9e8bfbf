import Catalog
import Diagnostics
import Importing
import Workbooks

/// What rows are broken down by.
extension GuessedColumns {
  struct RowKeys {
    /// `citizenship=Country`.
    var dimensions: [String] = []
    /// `fy=Year`, or `fy=Year` and `month=Month`.
    var times: [String] = []
    /// The names of the columns of both.
    var keys: [Int] = []
    /// Options that declare what the catalog does not have.
    var added: [ImportRemedy.Option] = []
    var dates: DateNotation?
    /// Whether months or quarters have no year.
    var lacksYear = false

    var assignments: [String] { dimensions + times }
  }

  func breakdowns(beside figures: [Int]) -> RowKeys {
    var own = RowKeys()
    takeTimes(&own, figures)
    var unknown: [Int] = []
    for place in columns.indices where !figures.contains(place) && !own.keys.contains(place) {
      let column = columns[place]
      // The first column often has no name.
      guard !column.name.isEmpty || place == 0, column.period == nil else { continue }
      guard let dimension = dimension(of: column) else {
        if !column.holdsFigures { unknown.append(place) }
        continue
      }
      guard !own.dimensions.contains(where: { $0.hasPrefix(dimension + "=") }) else { continue }
      own.dimensions.append("\(dimension)=\(column.name)")
      own.keys.append(place)
    }
    // Words of which nothing is known are values of their own, such as names of programs.
    if own.dimensions.isEmpty, let place = unknown.first {
      let name = columns[place].name.isEmpty ? "category" : columns[place].name
      own.dimensions.append(columns[place].name.isEmpty ? name + "=" : name)
      own.keys.append(place)
      own.added = [
        ImportRemedy.Option("--new-dimension", name), ImportRemedy.Option("--add-values"),
      ]
    }
    return own
  }

  /// One period; of a month without a year, both.
  private func takeTimes(_ own: inout RowKeys, _ figures: [Int]) {
    let times = columns.indices.compactMap { place in
      figures.contains(place) || columns[place].name.isEmpty
        ? nil : columns[place].period.map { (place, $0) }
    }
    let years = times.filter { $0.1.name == "fy" || $0.1.name == "cy" }
    let parts = [SketchedColumn.monthOfYear, SketchedColumn.quarterOfYear]
    let whole = times.filter { !parts.contains($0.1.name) }
    // The shortest periods say most.
    let order = ["date", "month", "quarter", "fy", "cy"]
    var taken: [(Int, (name: String, dates: DateNotation?))] = []
    if let part = times.first(where: { parts.contains($0.1.name) }),
      !whole.contains(where: { order.prefix(3).contains($0.1.name) })
    {
      taken = years.prefix(1) + [part]
      own.lacksYear = years.isEmpty
    } else if let best = order.lazy.compactMap({ name in whole.first { $0.1.name == name } }).first
    {
      taken = [best]
    }
    for (place, period) in taken {
      let name =
        period.name == SketchedColumn.monthOfYear
        ? "month" : period.name == SketchedColumn.quarterOfYear ? "quarter" : period.name
      own.times.append("\(name)=\(columns[place].name)")
      own.keys.append(place)
      own.dates = own.dates ?? period.dates
    }
  }

  /// The dimension that a column is called like, or whose values it holds.
  private func dimension(of column: SketchedColumn) -> String? {
    let found = catalog.matches(key: Spelling.key(of: column.name)).first { $0.kind == .dimension }
    let called = found.flatMap { catalog.dimension($0.target) }
    guard !column.holdsFigures, let held = dimension(ofValues: column.cells) else {
      return called?.name
    }
    // `Office` may be another one than the word means, as its values say.
    let own = called.map { count(of: column.cells, in: $0.id) } ?? 0
    return own > 0 ? called?.name : held
  }

  /// The dimension of which most texts are values.
  func dimension(ofValues texts: [String]) -> String? {
    let texts = texts.filter { !SumAmongValues.isWord($0) }.prefix(20)
    var counts: [Int: Int] = [:]
    for text in texts {
      let found = catalog.matches(key: Spelling.key(of: text)).filter { $0.kind == .member }
      for dimension in Set(found.compactMap { catalog.member($0.target)?.dimension }) {
        counts[dimension, default: 0] += 1
      }
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, best.value * 2 >= texts.count else { return nil }
    return catalog.dimension(best.key)?.name
  }

  /// How many of some texts are values of a dimension.
  private func count(of texts: [String], in dimension: Int) -> Int {
    texts.count { text in
      catalog.matches(key: Spelling.key(of: text)).contains {
        $0.kind == .member && catalog.member($0.target)?.dimension == dimension
      }
    }
  }

  /// Rules for rows that say what others add up to, and for notes below the table, which are in its
  /// first column.
  func sums(_ keys: [Int]) -> [ImportRemedy.Option] {
    var rules: [String] = []
    for key in keys {
      for cell in columns[key].cells where SumAmongValues.isWord(cell) {
        let rule = "\(columns[key].name)=\(cell)"
        if !rules.contains(rule) { rules.append(rule) }
      }
    }
    for row in sketch.rows where keys.contains(0) && row.count(where: { !$0.isEmpty }) == 1 {
      let words = row[0].split(separator: " ", maxSplits: 2)
      let pattern = words.count < 3 ? row[0] : words.prefix(2).joined(separator: " ") + "*"
      let rule = "\(columns[0].name)=\(pattern)"
      if !row[0].isEmpty, !rules.contains(rule) { rules.append(rule) }
    }
    return rules.prefix(8).map { ImportRemedy.Option("--leave-out", $0) }
  }

  /// The fiscal year that a header or a title names; else this year.
  func year(_ figure: Int?) -> String {
    let texts = (figure.map { [columns[$0].name] } ?? []) + sketch.titles + [sketch.file]
    for text in texts {
      let words = text.split { !($0.isLetter || $0.isNumber) }.map(String.init)
      for (index, word) in words.enumerated() {
        let isMarked = index > 0 && words[index - 1].uppercased() == "FY"
        if let year = PeriodText.fiscalYear(isMarked ? "FY" + word : word),
          (1790...2100).contains(year)
        {
          return "\(year)"
        }
      }
    }
    return String(request.today.prefix(4))
  }

  /// Options for the first sheet that is shown.
  static func options(
    of workbook: Workbook,
    _ request: ImportRequest,
    _ catalog: any CatalogReader
  ) -> [ImportRemedy.Option] {
    let shown = workbook.sheets.filter { !$0.isHidden }
    let named = request.sheet.flatMap { name in
      workbook.sheets.first { NamePattern(name).matches($0.name) }
    }
    guard let sheet = named ?? shown.first else { return [] }
    let sketch = TableSketch(of: sheet, in: workbook)
    return [ImportRemedy.Option("--sheet", sheet.name)]
      + GuessedColumns(sketch, request, catalog).options
  }
}
