import Results

/// The parts of a workbook that list its other parts.
struct WorkbookParts {
  let figureSheets: Int
  let title: String

  /// Sheets of figures are numbered from 1.
  static func figureSheet(_ number: Int) -> String { "xl/worksheets/figures\(number).xml" }

  var all: [(name: String, contents: String)] {
    [
      ("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", relations),
      ("docProps/core.xml", properties), ("[Content_Types].xml", types),
    ]
  }

  private var numbers: ClosedRange<Int> { 1...max(1, figureSheets) }

  private var workbook: String {
    var xml = Markup()
    xml.append(raw: xmlHead)
    xml.open("workbook", [("xmlns", spreadsheetNamespace), ("xmlns:r", relationNamespace)])
    xml.open("sheets")
    for number in numbers {
      let name = number == 1 ? "Figures" : "Figures \(number)"
      xml.element(
        "sheet",
        [("name", name), ("sheetId", String(number)), ("r:id", "rId\(number)")]
      )
    }
    let notes = figureSheets + 1
    xml.element(
      "sheet",
      [("name", "Notes and sources"), ("sheetId", String(notes)), ("r:id", "rId\(notes)")]
    )
    xml.close("sheets")
    xml.close("workbook")
    return xml.text
  }

  private var relations: String {
    let sheets = numbers.map { ("worksheet", "worksheets/figures\($0).xml") }
    let targets = sheets + [("worksheet", "worksheets/notes.xml"), ("styles", "styles.xml")]
    let list = targets.enumerated().map { place, target in
      """
      <Relationship Id="rId\(place + 1)" Type="\(relationNamespace)/\(target.0)" Target="\(target.1)"/>
      """
    }
    return relationList(list)
  }

  /// Without dates: the same answer makes the same file.
  private var properties: String {
    """
    \(xmlHead)<cp:coreProperties \
    xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(title.inMarkup)</dc:title>\
    <dc:creator>Tally \(programVersion)</dc:creator></cp:coreProperties>
    """
  }

  private var types: String {
    let sheets = numbers.map { "/" + Self.figureSheet($0) } + ["/xl/worksheets/notes.xml"]
    let office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let parts =
      sheets.map { ($0, office + ".worksheet+xml") } + [
        ("/xl/workbook.xml", office + ".sheet.main+xml"),
        ("/xl/styles.xml", office + ".styles+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      ]
    let list = parts.map { "<Override PartName=\"\($0)\" ContentType=\"\($1)\"/>" }
    return """
      \(xmlHead)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\(list.joined())</Types>
      """
  }
}

/// A part that leads to others.
func relationList(_ relations: [String]) -> String {
  """
  \(xmlHead)<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
  \(relations.joined())</Relationships>
  """
}
