import Catalog
import Diagnostics
import Importing
import Workbooks

/// Tables that are cut out of their file: of a sheet, wide, or with rows that are left out.
extension ChoiceOfFile {
  /// How many rows are looked at between two calls of ``watch``.
  private static let watched = 1_024

  func cut(
    _ declaration: ImportDeclaration,
    _ place: String,
    firstLine: Int,
    sheet: String? = nil,
    _ rows: ((SheetRow) throws -> Bool) throws -> Void
  ) throws -> ImportChoice {
    let declared = DeclaredCut(declaration, catalog, isOfSheet: file.kind == .workbook)
    let reader = try CutReader(try declared.cut(), of: file, path: place, folder: folder)
    var seen: [String] = []
    var looked = 0
    try rows { row in
      looked += 1
      if looked % Self.watched == 0 { try watch(looked) }
      if !reader.hasBegun, seen.isEmpty {
        seen = (0..<row.count).map { row.text(at: $0).onOneLine }
      }
      try reader.take(row)
      return !reader.isDone
    }
    guard reader.hasBegun else { throw declared.noHeader(place, seen, firstLine) }
    guard reader.rows > 0 else { throw declared.noFigures(place, reader.columnsLeftOut) }
    let made = try reader.finish()
    let header = try Header(of: made, TableLayout(delimiter: UInt8(ascii: ",")))
    let reading = try declared.reading(of: header.columns, file: made, named: file)
    let piece = FilePiece(file: made, header: header, reading: reading)
    return ImportChoice(
      piece,
      declaration,
      seen.joined(by: "\n"),
      request,
      part: sheet.map { "sheet \($0)" },
      remarks: remarks(on: reader, declaration)
    )
  }

  /// What was not read of a table that was cut out.
  private func remarks(on reader: CutReader, _ declaration: ImportDeclaration) -> [String] {
    let (notes, columns) = (reader.rowsLeftOut, reader.columnsLeftOut)
    let names = columns.prefix(12).map { "`\($0.onOneLine)`" }.joined(by: ", ")
    let more = columns.count > 12 ? " and \(columns.count - 12) more" : ""
    return
      (notes == 0
      ? [] : ["\(notes) \(notes == 1 ? "row" : "rows") without figures left out, as notes"])
      + (columns.isEmpty ? [] : ["columns left out: \(names)\(more)"])
      + declaration.request.leftOut.indices.filter { !reader.rulesUsed.contains($0) }
      .map { "--leave-out \(declaration.request.leftOut[$0].text) left out nothing" }
  }
}
