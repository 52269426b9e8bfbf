import Results

/// One self-contained page: title, picture, table, notes and sources, for browsers and screen
/// readers.
package struct HTMLFormat: DrawnFormat {
  package static let name = "html"
  package static let summary = "a page with picture, table, notes and sources"

  package static let uses: FormatUses = [.standard, .subject, .drawings]
  package static let fileEndings = ["html", "htm"]

  var answer = DrawnAnswer()

  package init(style: OutputStyle) {}

  func write(_ answer: DrawnAnswer, _ foot: AnswerFoot, into output: inout OutputBuffer) {
    output.append(HTMLPage(answer, foot).text)
  }
}

private struct HTMLPage {
  private let answer: DrawnAnswer
  private let foot: AnswerFoot
  private let words: FootWords
  private let screen = ScreenText(isUnicode: true)

  init(_ answer: DrawnAnswer, _ foot: AnswerFoot) {
    self.answer = answer
    self.foot = foot
    words = FootWords(foot, text: screen)
  }

  var text: String {
    var page = Markup()
    page.append(raw: "<!DOCTYPE html>\n")
    page.open("html", [("lang", "en")])
    page.append(raw: "\n<head>\n<meta charset=\"utf-8\">\n")
    page.append(raw: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.element("title", [], screen.safe(answer.title))
    page.append(raw: "<style>\(Self.css)</style>\n</head>\n<body>\n<main>\n")
    page.element("h1", [], screen.safe(answer.title))
    if !words.summary.isEmpty { page.element("p", [("class", "summary")], words.summary) }
    writePicture(into: &page)
    writeTable(into: &page)
    writeNotes(into: &page)
    writeSources(into: &page)
    writeMaking(into: &page)
    page.append(raw: "</main>\n</body>\n</html>\n")
    return page.text
  }

  private func writePicture(into page: inout Markup) {
    guard let chart = answer.chart else { return }
    page.append(raw: "<figure>\n")
    page.append(raw: Graphic(answer, foot, chart: chart).svg(isInline: true))
    page.append(raw: "</figure>\n")
  }

  // MARK: Table

  private func writeTable(into page: inout Markup) {
    let columns = answer.rows.columns.enumerated().filter { $0.element.room != .none }
    let mark = columns.first { $0.element.kind.isTime }?.offset ?? 0
    page.append(
      raw: "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">\n<table>\n"
    )
    page.element("caption", [], screen.safe(answer.title))
    page.append(raw: "<thead>\n<tr>\n")
    for (_, column) in columns {
      page.element(
        "th",
        [
          ("scope", "col"), ("class", column.kind.isFigure ? "figure" : ""),
          ("aria-hidden", column.kind.isHiddenFromReaders),
        ],
        screen.safe(column.label) + (column.isPartial ? " (partial)" : "")
      )
    }
    page.append(raw: "</tr>\n</thead>\n<tbody>\n")
    let widths = answer.rows.columns.indices.map(fractionWidth)
    for row in answer.rows.rows {
      page.open("tr", [("class", row.isSummary ? "sum" : "")])
      page.append(raw: "\n")
      for (index, column) in columns {
        let cell = TableCell(row.cells[index], text: screen)
        let isHead = column.kind.isKey && index == columns.first?.offset
        page.element(
          isHead ? "th" : "td",
          [
            ("scope", isHead ? "row" : ""), ("class", column.kind.isFigure ? "figure" : ""),
            ("aria-hidden", column.kind.isHiddenFromReaders),
            ("data-fill", column.kind.isFigure ? cell.fill(to: widths[index]) : ""),
          ],
          cell.line + (row.isPartial && index == mark ? " (partial)" : "")
        )
      }
      page.close("tr")
    }
    page.append(raw: "</tbody>\n</table>\n</div>\n")
  }

  /// The width of the digits after the point in a column, including the point.
  private func fractionWidth(ofColumn index: Int) -> Int {
    answer.rows.rows.map { TableCell($0.cells[index], text: screen).figure.fraction.utf8.count }
      .max() ?? 0
  }

  // MARK: What must be said

  private func writeNotes(into page: inout Markup) {
    guard !words.notes.isEmpty else { return }
    page.element("h2", [], "Notes")
    page.append(raw: "<ul>\n")
    for note in words.notes { page.element("li", [], note) }
    page.append(raw: "</ul>\n")
  }

  private func writeSources(into page: inout Markup) {
    guard !words.sources.isEmpty else { return }
    page.element("h2", [], words.sources.count == 1 ? "Source" : "Sources")
    page.append(raw: "<ol>\n")
    for source in words.sources {
      page.open("li")
      if !source.periods.isEmpty { page.append(raw: source.periods.inMarkup + ": ") }
      let address = source.url.asWebAddress
      if address.isEmpty {
        page.append(raw: source.text.inMarkup)
      } else {
        page.element("a", [("href", address)], source.text)
      }
      page.close("li")
    }
    page.append(raw: "</ol>\n")
  }

  private func writeMaking(into page: inout Markup) {
    guard let subject = answer.subject else { return }
    page.append(raw: "<details>\n")
    page.element("summary", [], "How the figures were found")
    page.element("p", [], "Asked of Tally \(subject.version): " + screen.safe(subject.question))
    page.append(raw: "<pre><code>")
    page.append(
      raw: subject.sql.split(separator: "\n", omittingEmptySubsequences: false)
        .map { screen.safe(String($0)).inMarkup }.joined(separator: "\n")
    )
    page.append(raw: "</code></pre>\n</details>\n")
  }

  private static let css = """
    :root{color-scheme:light dark}
    body{margin:0;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;background:#fff;color:#16191d}
    main{max-width:50rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}
    h1{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem}h2{font-size:1.05rem;margin:1.75rem 0 .5rem}
    .summary,caption,details{color:#57616b}
    figure{margin:1rem 0;overflow-x:auto}svg{max-width:100%;height:auto}
    .scroll{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums}
    caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    th,td{padding:.25rem .75rem .25rem 0;text-align:left;border-bottom:1px solid #d8dde2}
    th{font-weight:600}tbody th{font-weight:400}.figure{text-align:right}td[data-fill]::after{content:attr(data-fill);visibility:hidden}.sum>*{font-weight:600}
    pre{overflow-x:auto;font-size:.85rem}a{color:#1f66ad}
    @media (prefers-color-scheme:dark){body{background:#14181c;color:#eef1f4}.summary,caption,details{color:#a9b4bf}th,td{border-color:#3a444e}a{color:#79b4f2}}
    @media print{details{display:none}}
    """
}

extension TableCell {
  /// Fills the room of missing digits, so that decimal points are aligned; it is never seen, read
  /// or copied.
  fileprivate func fill(to width: Int) -> String {
    let missing = width - figure.fraction.utf8.count
    guard missing > 0 else { return "" }
    let digits = String(repeating: "0", count: figure.fraction.isEmpty ? missing - 1 : missing)
    return figure.fraction.isEmpty ? "." + digits : digits
  }
}

extension AnswerColumn.Kind {
  /// What is hidden from screen readers: drawings of figures that are also beside them.
  fileprivate var isHiddenFromReaders: String { self == .sparkline ? "true" : "" }
}
