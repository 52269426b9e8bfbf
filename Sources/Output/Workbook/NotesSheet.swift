import Results

/// The second sheet of a workbook: what was asked, notes, definitions, which cells are empty and
/// why, and sources with their addresses.
struct NotesSheet {
  private(set) var document = ""
  private var links: [(cell: String, address: String)] = []
  private var buffer = SheetBuffer()
  private let looks: (plain: Int, bold: Int, link: Int)

  init(_ head: AnswerHead, _ foot: AnswerFoot, _ empty: EmptyCells, _ looks: inout CellLooks) {
    self.looks = (
      looks.number(of: CellLook(wraps: true)),
      looks.number(of: CellLook(weight: .bold)),
      looks.number(of: CellLook(weight: .link, wraps: true))
    )
    buffer.append("\(xmlHead)<worksheet xmlns=\"\(spreadsheetNamespace)\" ")
    buffer.append("xmlns:r=\"\(relationNamespace)\">\(SheetBuffer.pageWidth)")
    buffer.append("\(columnWidths([28, 100]))<sheetData>")
    write(head.subject, foot)
    write(head)
    write("Notes", foot.notesInOrder.map { ("", Note($0.kind, $0.inFull).withSign) })
    write("Empty cells", empty.reasons.map { ($0.reason, $0.cells) })
    writeSources(foot)
    write("Made with", [("Tally", head.subject?.version ?? programVersion)])
    buffer.append("</sheetData>")
    if !links.isEmpty {
      let list = links.enumerated().map { place, link in
        "<hyperlink ref=\"\(link.cell)\" r:id=\"rId\(place + 1)\"/>"
      }
      buffer.append("<hyperlinks>\(list.joined())</hyperlinks>")
    }
    buffer.append(SheetBuffer.pageSetup + "</worksheet>")
    document = buffer.xml.text
  }

  /// Where its links lead to.
  var relations: String {
    relationList(
      links.enumerated().map { place, link in
        """
        <Relationship Id="rId\(place + 1)" Type="\(relationNamespace)/hyperlink" \
        Target="\(link.address.inMarkup)" TargetMode="External"/>
        """
      }
    )
  }

  // MARK: Sections

  private mutating func write(_ subject: AnswerSubject?, _ foot: AnswerFoot) {
    if let subject {
      row([(subject.title, looks.bold)])
      if let asked = subject.asked { row([("asked", looks.plain), (asked, looks.plain)]) }
      row([("question", looks.plain), (subject.question, looks.plain)])
    }
    if !foot.summary.isEmpty { row([("figures", looks.plain), (foot.summary, looks.plain)]) }
  }

  private mutating func write(_ head: AnswerHead) {
    let definitions = head.subject?.definitions ?? []
    write("Definitions", definitions.map { ($0.name, $0.inFull) })
  }

  private mutating func writeSources(_ foot: AnswerFoot) {
    guard !foot.sources.isEmpty else { return }
    heading(foot.sources.count == 1 ? "Source" : "Sources")
    for (place, source) in foot.sources.enumerated() {
      let name = [String(place + 1), source.periods].filter { !$0.isEmpty }
      let address = source.url.asWebAddress
      row([
        (name.joined(separator: "  "), looks.plain),
        (source.text, address.isEmpty ? looks.plain : looks.link),
      ])
      if !address.isEmpty { links.append((cellName(column: 1, row: buffer.row), address)) }
    }
  }

  private mutating func write(_ title: String, _ lines: [(String, String)]) {
    guard !lines.isEmpty else { return }
    heading(title)
    for (name, words) in lines { row([(name, looks.plain), (words, looks.plain)]) }
  }

  /// After an empty row, unless it is the first.
  private mutating func heading(_ words: String) {
    if buffer.row > 0 { row([]) }
    row([(words, looks.bold)])
  }

  private mutating func row(_ cells: [(text: String, look: Int)]) {
    buffer.beginRow()
    for cell in cells {
      if cell.text.isEmpty { buffer.skip() } else { buffer.write(cell.text, cell.look) }
    }
    buffer.endRow()
  }
}
