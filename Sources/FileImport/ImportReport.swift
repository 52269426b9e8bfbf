import Asking
import Catalog
import Importing
import Output
import Planner
import Results
import Store

/// What an import says before it changes anything: what the file is, what it adds up to, and what
/// is new in it.
struct ImportReport {
  private let file: String
  private let format: String
  private let rows: Int
  private let tables: Int
  private let emptyRows: Int
  private let days: DayRange?
  /// What is said of how the file was read.
  private let remarks: [String]
  private let published: Published
  /// What is said of the figures.
  private let notes: [String]
  /// Each of several tables in one line.
  private let summaries: [String]
  /// Of one table, its figures year by year.
  private let years: [YearComparison]
  /// What changes in the answers for whole years.
  private let changes: [String]

  init(
    _ file: SourceFile,
    _ choice: ImportChoice,
    _ pieces: [CountedPiece],
    _ tables: [TableInMaking],
    _ published: Published,
    _ effect: Effect,
    _ pipeline: Pipeline,
    watch: () throws -> Void
  ) throws {
    self.file = file.path
    format = choice.format.name
    rows = pieces.rows
    self.tables = pieces.count
    emptyRows = pieces.reduce(0) { $0 + $1.counted.emptyRows }
    days = Self.days(of: tables)
    remarks =
      choice.remarks + Self.impliedScope(choice, pipeline.catalog)
      + Self.countedRows(choice, pipeline)
    self.published = published
    notes =
      Self.standing(of: tables) + Self.parts(of: tables, pipeline.catalog) + Self.addedUp(tables)
      + Self.rounded(tables, pipeline.catalog)
      + (tables.first.flatMap { Self.open($0, published) }.map { [$0] } ?? [])
    let counted = tables.filter { !$0.totals.isEmpty }
    summaries =
      pieces.count > 1
      ? try counted.map {
        try watch()
        return try TableComparison($0, pipeline).line
      } : []
    years =
      pieces.count > 1
      ? []
      : try counted.flatMap {
        try watch()
        return try Self.comparisons(of: $0, pipeline)
      }
    changes = effect.lines
  }

  private static func comparisons(
    of table: TableInMaking,
    _ pipeline: Pipeline
  ) throws -> [YearComparison] {
    try table.table.measures.enumerated().compactMap { place, id in
      guard let measure = pipeline.catalog.measure(id) else { return nil }
      return try YearComparison(
        table,
        place,
        measure,
        named: name(of: measure, table, pipeline.catalog),
        pipeline
      )
    }
  }

  func text(as style: ImportStyle) -> String {
    switch style {
    case .table: lines.joined(by: "\n")
    case .words: facts.joined(by: "\n")
    case .json: ImportStyle.text(of: object)
    }
  }

  // MARK: In columns and in words

  private var lines: [String] {
    let comparisons = years.flatMap { [""] + $0.lines }
    let summary = summaries.isEmpty && tables <= 1 ? [] : [""] + summaries.map { "  " + $0 }
    let effect = changes.isEmpty ? [] : [""] + changes.map { "  " + $0 }
    return ["\(file): \(format)"] + head.map { "  " + $0 } + summary + comparisons + effect
  }

  private var facts: [String] {
    ["\(file): \(format)"] + head + summaries + years.flatMap(\.facts)
      + changes.map { $0.replacing(" -> ", with: " becomes ") }
  }

  /// What is above the figures.
  private var head: [String] {
    let parts = tables > 1 ? " in \(tables) tables" : ""
    let span = days.map { shortDates(of: $0) } ?? ""
    let empty = "\(grouped(emptyRows)) empty \(emptyRows == 1 ? "row is" : "rows are") left out"
    return ["\(grouped(rows)) \(rows == 1 ? "row" : "rows")\(parts), \(span)"]
      + (emptyRows > 0 ? [empty] : []) + remarks
      + [
        "published \(published.text)"
          + (published.guess.map { " (assumed: \($0); --published sets it)" } ?? "")
      ]
      + notes
  }

  /// What a declared table is limited to although its user does not say so.
  private static func impliedScope(
    _ choice: ImportChoice,
    _ catalog: any CatalogReader
  ) -> [String] {
    guard let declaration = choice.declaration,
      let table = choice.pieces.first?.reading.format.tables.first,
      let declared = try? declaration.declaredScope(catalog)
    else { return [] }
    let measures = table.measures.compactMap(catalog.measure)
    return ImpliedScope(of: measures, by: table.dimensions, beside: declared, catalog)
      .remarks(catalog)
  }

  /// Measures of which every row is one.
  private static func countedRows(_ choice: ImportChoice, _ pipeline: Pipeline) -> [String] {
    let readings = choice.pieces.map(\.reading)
    let measures = readings.flatMap { reading in reading.shape.counted.map { reading.measures[$0] }
    }
    let names = measures.compactMap { pipeline.catalog.measure($0)?.name }
    return names.map { "every row counts one: \($0)" }
  }

  // MARK: For programs

  private var object: JSONValue {
    .object([
      ("file", .text(file)),
      ("format", .text(format)),
      ("rows", .number(rows)),
      ("tables", .number(tables)),
      ("empty_rows", .number(emptyRows)),
      ("from", days.map { .text(Period.day($0.first).exported) } ?? .null),
      ("to", days.map { .text(Period.day($0.last).exported) } ?? .null),
      ("published", .text(published.text)),
      ("published_is_assumed", .boolean(published.guess != nil)),
      ("notes", .array((remarks + notes).map { .text($0) })),
      ("table_summaries", .array(summaries.map { .text($0) })),
      ("figures", .array(years.flatMap(\.objects))),
      ("changes", .array(changes.map { .text($0) })),
    ])
  }

  /// Whether the tables go before those of publishers, or after them.
  private static func standing(of tables: [TableInMaking]) -> [String] {
    switch tables.first?.standing {
    case .preferred: ["answers before publishers' tables (--prefer)"]
    case .declared: ["answers what no publisher's table holds"]
    case .published, nil: []
    }
  }

  /// That the rows of a declared table are taken for the whole, where they may be a part of it.
  private static func parts(of tables: [TableInMaking], _ catalog: any CatalogReader) -> [String] {
    tables.filter { $0.standing != .published && $0.table.format.isComplete }.compactMap { table in
      let parts = table.table.dimensions.compactMap { id -> String? in
        guard let dimension = catalog.dimension(id),
          let place = table.table.dimensions.firstIndex(of: id)
        else { return nil }
        let members = Set(table.table.members[place]).compactMap(catalog.member)
        return NamedParts.words(members, of: dimension, catalog)
      }
      return parts.isEmpty
        ? nil
        : "taken for the whole: the \(parts.joined(by: " and ")) in it; --partial says that others are missing"
    }
  }

  /// What is said of rows of a declared table that have equal keys and are added up.
  private static func addedUp(_ tables: [TableInMaking]) -> [String] {
    let added = tables.filter { $0.standing != .published }
      .flatMap { $0.totals.map(\.rowsOfSeveral) }.reduce(0, +)
    guard added > 0 else { return [] }
    let sums = added == 1 ? "1 sum is" : "\(grouped(added)) sums are"
    let twice = tables.filter { $0.standing != .published && $0.countsColumns }
      .flatMap { $0.totals.map(\.rowsSaidTwice) }.reduce(0, +)
    return [
      "rows with the same values and period are added up: \(sums) of several rows; "
        + "--by can name another column"
    ]
      + (twice == 0
        ? []
        : [
          "\(grouped(twice)) of them \(twice == 1 ? "is" : "are") of rows that have the same figures too: "
            + "is something in the file twice?"
        ])
  }

  /// What is said of a period that was not over when the file was published.
  private static func open(_ table: TableInMaking, _ published: Published) -> String? {
    guard let open = table.open else { return nil }
    let days = table.days(of: open.period)
    let name = Period(exactly: days)?.label ?? shortDates(of: days)
    return "\(name) was not over on that day: it counts as a part, \(shortDates(of: open.days))"
  }

  private static func days(of tables: [TableInMaking]) -> DayRange? {
    let spans = tables.compactMap { table -> DayRange? in
      guard let first = table.totals.first?.period, let last = table.totals.last?.period else {
        return nil
      }
      let days = DayRange(table.days(of: first).first, table.days(of: last).last)
      return table.open.map { DayRange(days.first, min(days.last, $0.days.last)) } ?? days
    }
    return spans.isEmpty ? nil : spans.dropFirst().reduce(spans[0]) { $0.union($1) }
  }

  private static func name(
    of measure: Measure,
    _ table: TableInMaking,
    _ catalog: any CatalogReader
  ) -> String {
    let scope = table.table.format.scope.compactMap { catalog.member($0.member)?.name }
    return ([measure.name] + scope).joined(by: ", ")
  }
}
