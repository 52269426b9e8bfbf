/// The looks that the cells of a workbook have, each with its number.
struct CellLooks {
  private var numbers: [CellLook: Int] = [CellLook(): 0]
  private var looks = [CellLook()]
  /// The look of the last cell in each column, which the next one mostly has, too.
  private var last: [(look: CellLook, number: Int)] = []

  /// As ``number(of:)``, for one of many cells of a column.
  mutating func number(of look: CellLook, inColumn column: Int) -> Int {
    while last.count <= column { last.append((CellLook(), 0)) }
    if last[column].look != look { last[column] = (look, number(of: look)) }
    return last[column].number
  }

  mutating func number(of look: CellLook) -> Int {
    if let known = numbers[look] { return known }
    looks.append(look)
    numbers[look] = looks.count - 1
    return looks.count - 1
  }

  /// `xl/styles.xml`.
  var document: String {
    var xml = Markup()
    xml.append(raw: xmlHead)
    xml.append(raw: "<styleSheet xmlns=\"\(spreadsheetNamespace)\">")
    let formats = looks.map(\.format).filter { $0 != .general }.reduce(into: [NumberFormat]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    if !formats.isEmpty {
      xml.open("numFmts", [("count", String(formats.count))])
      for (place, format) in formats.enumerated() {
        xml.element(
          "numFmt",
          [("numFmtId", String(Self.firstOwnFormat + place)), ("formatCode", format.code)]
        )
      }
      xml.close("numFmts")
    }
    xml.append(raw: Self.fonts)
    xml.open("cellXfs", [("count", String(looks.count))])
    for look in looks { write(look, formats, into: &xml) }
    xml.close("cellXfs")
    xml.append(raw: Self.styles)
    xml.close("styleSheet")
    return xml.text
  }

  private func write(_ look: CellLook, _ formats: [NumberFormat], into xml: inout Markup) {
    let format = formats.firstIndex(of: look.format).map { Self.firstOwnFormat + $0 } ?? 0
    let font =
      switch look.weight {
      case .plain: 0
      case .bold: 1
      case .link: 2
      }
    xml.open(
      "xf",
      [
        ("numFmtId", String(format)), ("fontId", String(font)), ("fillId", "0"), ("borderId", "0"),
        ("xfId", "0"), ("applyNumberFormat", "1"), ("applyFont", "1"), ("applyAlignment", "1"),
      ]
    )
    xml.element(
      "alignment",
      [
        ("horizontal", look.side?.rawValue ?? ""), ("vertical", "top"),
        ("wrapText", look.wraps ? "1" : ""),
      ]
    )
    xml.close("xf")
  }

  /// Lower numbers are those of formats that every spreadsheet has.
  private static let firstOwnFormat = 164

  /// Plain, bold, and the blue of links; no fills and no borders, which readers expect to be there.
  private static let fonts = """
    <fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
    <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
    <font><u/><sz val="11"/><color rgb="FF1F66AD"/><name val="Calibri"/><family val="2"/></font></fonts>\
    <fills count="2"><fill><patternFill patternType="none"/></fill>\
    <fill><patternFill patternType="gray125"/></fill></fills>\
    <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
    """

  private static let styles =
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
}

/// What every part of a workbook begins with.
let xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
let spreadsheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
let relationNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
