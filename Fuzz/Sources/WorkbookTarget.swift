import FileImport
import Foundation
import Store
import TestSupport

/// A workbook whose sheet is not what a spreadsheet writes. The first byte says how it is declared.
///
/// The archive around it is whole, so that what is made up is read.
struct WorkbookTarget: FuzzTarget {
  static let name = "workbooks"
  private let folder: TemporaryFolder
  private let database: String

  init() throws {
    folder = try TemporaryFolder()
    database = try ShippedDatabase.open().path
  }

  func take(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    // A zero byte parts the sheet from the texts that its cells name.
    let parts = bytes.dropFirst().split(separator: 0, maxSplits: 1).map { Array($0) }
    let book = StoredArchive([
      ("[Content_Types].xml", Array(Self.types.utf8)), ("_rels/.rels", Array(Self.main.utf8)),
      ("xl/workbook.xml", Array(Self.list.utf8)),
      ("xl/_rels/workbook.xml.rels", Array(Self.links.utf8)),
      ("xl/worksheets/sheet1.xml", parts.first ?? []),
      ("xl/sharedStrings.xml", parts.count > 1 ? parts[1] : Array(Self.texts.utf8)),
    ])
    let declare = ImportAttempt.requests[Int(first) % ImportAttempt.requests.count]
    ImportAttempt(in: folder, beside: database).run(Data(book.bytes), named: "table.xlsx") {
      declare(&$0)
      $0.sheet = "Table 1"
    }
  }

  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  private static let types =
    "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
  private static let main =
    "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
  private static let list =
    "<workbook xmlns=\"\(sheets)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"Table 1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
  private static let links =
    "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"r1\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
  private static let texts =
    "<sst xmlns=\"\(sheets)\"><si><t>Country</t></si><si><t>Mexico</t></si><si><t>Count</t></si></sst>"
}
