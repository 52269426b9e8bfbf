import Catalog
import Diagnostics
import Importing
import Workbooks

/// Reads what a format knows of a workbook's sheets: each sheet once, for all its tables.
struct SheetsOfFormat {
  private let format: FileFormat
  private let workbook: Workbook
  private let file: SourceFile
  private let folder: String
  /// Receives the number of rows of a sheet that were looked at, and stops by throwing.
  private let watch: (Int) throws -> Void

  init(
    _ format: FileFormat,
    _ workbook: Workbook,
    _ file: SourceFile,
    _ folder: String,
    watch: @escaping (Int) throws -> Void
  ) {
    (self.format, self.workbook, self.file, self.folder) = (format, workbook, file, folder)
    self.watch = watch
  }

  typealias Cut = (sheet: FileFormat.Sheet, place: String, reader: CutReader)

  /// Cuts out all tables of the sheets that the workbook has, in the order of the format. Those
  /// that are of one day are left out where that is not known.
  func read(_ days: SpokenDays, _ dates: SpokenDates) throws -> [Cut] {
    try read(format.sheets, days, dates)
  }

  /// The last month that has figures.
  func lastMonth() throws -> Int {
    let ofMonths = format.sheets.filter { $0.cut.months == .header }
    return try read(ofMonths, SpokenDays(), SpokenDates()).map(\.reader.lastMonthWithFigures).max()
      ?? 0
  }

  private func read(
    _ parts: [FileFormat.Sheet],
    _ days: SpokenDays,
    _ dates: SpokenDates
  ) throws -> [Cut] {
    var cuts: [Cut] = []
    for sheet in parts {
      guard let own = try only(sheet.names) else { continue }
      let place = workbook.place(of: own)
      let reader = try CutReader(
        sheet.cut,
        of: file,
        path: place,
        until: days.day(of: sheet, dates).map { Period.day($0).exported } ?? "",
        lastMonth: days.lastMonth,
        folder: folder
      )
      cuts.append((sheet, place, reader))
    }
    for own in workbook.sheets where !own.isHidden {
      let readers = cuts.filter { $0.place == workbook.place(of: own) }.map(\.reader)
      guard !readers.isEmpty else { continue }
      try workbook.readRows(of: own) { row in
        if row.number % 1_024 == 0 { try watch(row.number) }
        var goesOn = false
        for reader in readers where !reader.isDone {
          try reader.take(row)
          goesOn = true
        }
        return goesOn
      }
    }
    return cuts
  }

  /// The sheet with a name, of those that are shown: hidden ones are often left over.
  private func only(_ name: NamePattern) throws -> Workbook.Sheet? {
    let found = workbook.sheets.filter { !$0.isHidden && name.matches($0.name) }
    guard found.count > 1 else { return found.first }
    throw FileMistake(
      workbook.path,
      "has \(found.count) sheets that are called like `\(name.text)`: "
        + found.map { "`\($0.name)`" }.joined(by: ", "),
      hint: "--sheet with --measure and --by reads one of them",
      try: [.adding("--sheet", found[0].name)]
    )
  }

  /// The days that are spoken of on the sheets of the format that tell them.
  func dates(_ place: FileFormat.LastDay) throws -> SpokenDates {
    var dates = SpokenDates(usual: place.sheets)
    for sheets in Set([place.sheets] + format.sheets.compactMap { $0.ownDay?.sheets }) {
      dates.all[sheets] = try self.dates(on: sheets)
    }
    return dates
  }

  /// Those on some sheets, in their order.
  private func dates(on sheets: NamePattern) throws -> [SpokenDate] {
    var dates: [SpokenDate] = []
    for sheet in workbook.sheets where !sheet.isHidden && sheets.matches(sheet.name) {
      try workbook.readRows(of: sheet) { row in
        for cell in 0..<row.count { dates += SpokenDate.all(in: row.text(at: cell)) }
        return true
      }
    }
    return dates
  }
}
