import Catalog
import Diagnostics
import Importing
import Workbooks

/// A publisher's workbook that is known by its sheets, with all tables that are read of it.
struct KnownWorkbook {
  let format: FileFormat
  let pieces: [FilePiece]
  /// The last day of its figures, where it says one.
  let lastDay: Day?
  /// What of it is not read, and why.
  let remarks: [String]

  /// The format that a workbook is of: the one of which it has most sheets, and at least half.
  static func format(of workbook: Workbook, among formats: [FileFormat]) -> FileFormat? {
    let shown = workbook.sheets.filter { !$0.isHidden }
    func likeness(_ format: FileFormat) -> Double {
      let names = Set(format.sheets.map(\.names))
      guard !names.isEmpty else { return 0 }
      let found = names.count { name in shown.contains { name.matches($0.name) } }
      return Double(found) / Double(names.count)
    }
    return formats.max { likeness($0) < likeness($1) }.flatMap { likeness($0) >= 0.5 ? $0 : nil }
  }

  init(
    _ format: FileFormat,
    _ workbook: Workbook,
    _ file: SourceFile,
    _ request: ImportRequest,
    folder: String,
    _ catalog: any CatalogReader,
    watch: @escaping (Int) throws -> Void
  ) throws {
    self.format = format
    let reader = SheetsOfFormat(format, workbook, file, folder, watch: watch)
    let (days, dates) = try Self.days(format, reader, request)
    var remarks = format.lastDay == nil ? [] : days.remarks(workbook.path)
    lastDay = days.day
    var pieces: [FilePiece] = []
    for (sheet, place, cut) in try reader.read(days, dates) {
      guard days.allow(sheet, dates) else {
        if days.day != nil {
          remarks.append(
            "left out: \(sheet.tables.first?.title ?? ""): the footnotes give it another day than the rest"
          )
        }
        continue
      }
      guard cut.hasBegun else {
        guard sheet.cut.title != nil else {
          throw Self.changed(
            sheet,
            place,
            try: GuessedColumns.options(of: workbook, request, catalog)
          )
        }
        remarks.append("not in it: \(sheet.cut.title?.text.replacing("*", with: "") ?? "")")
        continue
      }
      guard cut.rows > 0 else { continue }
      let ownDay = sheet.ownDay == nil ? nil : days.day(of: sheet, dates)
      let tables = format.with(key: sheet.key, tables: sheet.tables)
      let own = request.isPreferred ? tables.goingFirst : tables
      pieces.append(try Self.piece(of: cut, sheet, own, ownDay, catalog))
    }
    guard !pieces.isEmpty else {
      throw FileMistake(
        file.path,
        "looks like \(format.name), but holds none of its tables",
        hint: "--sheet with --measure and --by reads any sheet",
        try: [.options(adding: GuessedColumns.options(of: workbook, request, catalog))]
      )
    }
    self.pieces = pieces
    self.remarks = remarks + Self.left(format, workbook)
  }

  /// The days that a workbook says its figures to be of, where its format has any.
  private static func days(
    _ format: FileFormat,
    _ reader: SheetsOfFormat,
    _ request: ImportRequest
  ) throws -> (days: SpokenDays, dates: SpokenDates) {
    guard let place = format.lastDay else { return (SpokenDays(), SpokenDates()) }
    let dates = try reader.dates(place)
    let stated = request.until.flatMap { Day(publishedBy: $0) } ?? dates.day(for: place)
    // A first reading finds the last month that has figures.
    let last = try reader.lastMonth()
    return (SpokenDays(stated, lastMonth: last, isSure: request.until != nil), dates)
  }

  /// What was cut out of a sheet, as a table.
  private static func piece(
    of cut: CutReader,
    _ sheet: FileFormat.Sheet,
    _ format: FileFormat,
    _ ownDay: Day?,
    _ catalog: any CatalogReader
  ) throws -> FilePiece {
    let made = try cut.finish()
    let header = try Header(of: made, TableLayout(delimiter: UInt8(ascii: ",")))
    let reading = try FileReading(
      header.columns,
      sheet.meanings,
      format,
      words: words,
      path: made.path,
      catalog: catalog
    )
    return FilePiece(file: made, header: header, reading: reading, ownDay: ownDay)
  }

  /// Which sheets are not read, and why.
  private static func left(_ format: FileFormat, _ workbook: Workbook) -> [String] {
    workbook.sheets.compactMap { sheet in
      guard !sheet.isHidden, !format.sheets.contains(where: { $0.names.matches(sheet.name) }) else {
        return nil
      }
      guard let known = format.left.first(where: { $0.names.matches(sheet.name) }) else {
        return "not read: sheet `\(sheet.name)`, which is not known; "
          + "--sheet with --measure and --by reads any sheet"
      }
      return known.reason.isEmpty ? nil : "not read: sheet `\(sheet.name)`: \(known.reason)"
    }
  }

  /// What publishers of workbooks write into cells without a figure.
  private static let words = CellWords(
    missing: ["NA", "X", "-", "–", "N/A", "#N/A", "null"],
    withheld: ["D"]
  )

  private static func changed(
    _ sheet: FileFormat.Sheet,
    _ place: String,
    try options: [ImportRemedy.Option]
  ) -> FileMistake {
    let names = sheet.cut.keys.compactMap { key -> String? in
      if case .column(let name) = key { "`\(name)`" } else { nil }
    }
    return FileMistake(
      place,
      "has no header with \(names.joined(by: ", ")): the publisher has changed the table",
      hint: "--sheet with --measure and --by reads any sheet",
      try: [.options(adding: options)]
    )
  }
}
