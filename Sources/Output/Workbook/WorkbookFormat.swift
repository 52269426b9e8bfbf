import Catalog
package import Results

/// A workbook for spreadsheets (.xlsx, ECMA-376): the figures as numbers on the first sheet, and on
/// the second what must be said with them.
///
/// Rows are packed as they come; only their widths are looked at, in the first of them.
package struct WorkbookFormat: OutputFormat {
  package static let name = "xlsx"
  package static let summary = "a workbook: figures, notes, definitions and sources, for a file"

  package static let uses: FormatUses = [
    .standard, .checks, .subject, .definitions, .document,
  ]

  private var archive = ZIPArchive()
  private var looks = CellLooks()
  private var sheet = FigureSheet(columns: [])
  private var head = AnswerHead(columns: [])
  /// Rows kept until the widths of the columns are known; `nil` when they are.
  private var first: [AnswerRow]?
  private var sheetCount = 0

  package init(style: OutputStyle) {}

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    self = WorkbookFormat(style: OutputStyle())
    self.head = head
    first = []
    archive.add("_rels/.rels", Self.relations, into: &output)
    beginSheet(into: &output)
  }

  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {
    guard first == nil else {
      first?.append(row)
      if first?.count == Self.measured { writeFirst(into: &output) }
      return
    }
    write(row, into: &output)
  }

  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {
    writeFirst(into: &output)
    endSheet(into: &output)
    let notes = NotesSheet(head, foot, sheet.empty, &looks)
    archive.add("xl/worksheets/notes.xml", notes.document, into: &output)
    archive.add("xl/worksheets/_rels/notes.xml.rels", notes.relations, into: &output)
    archive.add("xl/styles.xml", looks.document, into: &output)
    let parts = WorkbookParts(figureSheets: sheetCount, title: head.subject?.title ?? "")
    for (name, contents) in parts.all { archive.add(name, contents, into: &output) }
    archive.close(into: &output)
  }

  /// The rows by which widths are chosen, and the most of one sheet.
  private static let measured = 200
  private static let mostRows = 1_048_576
  private static let pieceSize = 1 << 16

  private mutating func writeFirst(into output: inout OutputBuffer) {
    guard let rows = first else { return }
    first = nil
    sheet.begin(measuredBy: rows, &looks)
    for row in rows { write(row, into: &output) }
  }

  private mutating func write(_ row: AnswerRow, into output: inout OutputBuffer) {
    if sheet.rowCount == Self.mostRows {
      endSheet(into: &output)
      beginSheet(into: &output)
      sheet.begin(measuredBy: [row], &looks)
    }
    sheet.write(row, &looks)
    if sheet.size >= Self.pieceSize { archive.write(sheet.take(), into: &output) }
  }

  private mutating func beginSheet(into output: inout OutputBuffer) {
    sheetCount += 1
    sheet = FigureSheet(columns: head.columns, isFirst: sheetCount == 1, empty: sheet.empty)
    archive.begin(WorkbookParts.figureSheet(sheetCount), into: &output)
  }

  private mutating func endSheet(into output: inout OutputBuffer) {
    sheet.end()
    archive.write(sheet.take(), into: &output)
    archive.end(into: &output)
  }

  private static let relations = """
    \(xmlHead)<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" Type="\(relationNamespace)/officeDocument" Target="xl/workbook.xml"/>\
    <Relationship Id="rId2" \
    Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
    Target="docProps/core.xml"/></Relationships>
    """
}
