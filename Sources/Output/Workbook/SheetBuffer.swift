import Catalog
import Results

/// The rows of a sheet as XML, before they are packed.
struct SheetBuffer {
  private(set) var xml = OutputBuffer()
  /// The rows written so far, the number of the last one.
  private(set) var row = 0
  private var column = 0

  /// Printed, a sheet is as wide as its paper; said before and after its rows.
  static let pageWidth = "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
  static let pageSetup =
    "<pageSetup orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>"

  mutating func take() -> [UInt8] {
    let bytes = xml.bytes
    xml.removeAll()
    return bytes
  }

  mutating func append(_ text: String) { xml.append(text) }

  mutating func beginRow() {
    row += 1
    column = 0
    xml.append("<row r=\"")
    xml.append(decimal: row)
    xml.append("\">")
  }

  mutating func endRow() { xml.append("</row>") }

  /// Leaves a cell empty.
  mutating func skip() { column += 1 }

  mutating func write(_ number: Int, _ look: Int) {
    open(look)
    xml.append("<v>")
    xml.append(decimal: number)
    xml.append("</v></c>")
  }

  /// Finite.
  mutating func write(_ number: Double, _ look: Int) {
    open(look)
    xml.append("<v>")
    xml.append(decimal: number)
    xml.append("</v></c>")
  }

  /// A text never becomes a formula.
  mutating func write(_ text: String, _ look: Int) {
    open(look, " t=\"inlineStr\"")
    // Readers drop the spaces at the ends of a text unless they are told to keep them.
    let keepsSpaces = text.utf8.first ?? 0x21 <= 0x20 || text.utf8.last ?? 0x21 <= 0x20
    xml.append(keepsSpaces ? "<is><t xml:space=\"preserve\">" : "<is><t>")
    if !xml.append(text, if: bytesToEscape.isAbsent) { xml.append(text.inMarkup) }
    xml.append("</t></is></c>")
  }

  private mutating func open(_ look: Int, _ kind: String = "") {
    xml.append("<c r=\"")
    xml.append(columnName: column)
    xml.append(decimal: row)
    xml.append("\"")
    // 0 is what a cell has of which nothing is said.
    if look != 0 {
      xml.append(" s=\"")
      xml.append(decimal: look)
      xml.append("\"")
    }
    xml.append(kind)
    xml.append(">")
    column += 1
  }
}

private let bytesToEscape = ByteSet { byte in
  "&<>\"'".utf8.contains(byte) || ByteSet.mayBeginControl(byte)
}

extension OutputBuffer {
  /// `A` for 0, `AA` for 26.
  fileprivate mutating func append(columnName column: Int) {
    if column >= 26 { append(columnName: column / 26 - 1) }
    append(UInt8(ascii: "A") + UInt8(column % 26))
  }
}

/// The name of a cell: `C5` for the third column of the fifth row. Columns count from 0, rows from
/// 1.
func cellName(column: Int, row: Int) -> String {
  var name = OutputBuffer()
  name.append(columnName: column)
  name.append(decimal: row)
  return name.text
}
