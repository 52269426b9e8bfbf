package import Results

/// The text as a page: its statements marked by their verdicts, each with its figures and sources.
/// It needs no scripts, and nothing from elsewhere.
package struct TextHTML: TextFormat {
  package static let name = "html"
  private var page = Markup()
  private var count = 0
  private let screen = ScreenText(isUnicode: true)

  package init(style: OutputStyle) {}

  package mutating func write(_ text: ReadText, into output: inout OutputBuffer) {
    if count == 0 { open(text.name) }
    count += 1
    let prefix = "t\(count)"
    page.open("article", [("aria-labelledby", prefix)])
    page.element("h1", [("id", prefix)], screen.safe(text.name))
    page.element("p", [("class", "summary")], screen.safe(text.summary))
    writeLegend(text)
    var isInList = false
    for paragraph in text.paragraphs {
      if paragraph.isItem != isInList { page.append(raw: isInList ? "</ul>\n" : "<ul>\n") }
      isInList = paragraph.isItem
      write(paragraph, text, prefix)
    }
    if isInList { page.append(raw: "</ul>\n") }
    if !text.statements.isEmpty {
      page.element("h2", [], "Statements")
      page.append(raw: "<ol>\n")
      for (index, statement) in text.statements.enumerated() { write(statement, index, prefix) }
      page.append(raw: "</ol>\n")
    }
    page.close("article")
  }

  package mutating func end(into output: inout OutputBuffer) {
    if count == 0 { open("Nothing was read") }
    page.append(raw: "</main>\n</body>\n</html>\n")
    output.append(page.text)
  }

  private mutating func open(_ title: String) {
    page.append(raw: "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.append(raw: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.element("title", [], screen.safe(title))
    page.append(raw: "<style>\(Self.css)</style>\n</head>\n<body>\n<main>\n")
  }

  /// The verdicts that occur, with how they are marked.
  private mutating func writeLegend(_ text: ReadText) {
    let verdicts = TextVerdict.allCases.filter { verdict in
      text.statements.contains { $0.verdict == verdict }
    }
    guard !verdicts.isEmpty else { return }
    page.open("p", [("class", "legend")])
    page.append(raw: "<span class=\"said\">Verdicts in this text: </span>")
    for verdict in verdicts {
      page.element("mark", [("class", verdict.cssClass)], verdict.rawValue)
    }
    page.close("p")
  }

  private mutating func write(_ paragraph: ReadText.Paragraph, _ text: ReadText, _ prefix: String) {
    let tag = paragraph.isHeading ? "h2" : paragraph.isItem ? "li" : "p"
    page.open(tag)
    for piece in paragraph.pieces {
      guard let index = piece.statement else {
        page.append(raw: screen.safe(piece.text).inMarkup)
        continue
      }
      let verdict = text.statements[index].verdict
      page.open("mark", [("class", verdict.cssClass), ("id", "\(prefix)m\(index + 1)")])
      page.append(raw: screen.safe(piece.text).inMarkup)
      page.append(
        raw: "<a class=\"number\" href=\"#\(prefix)s\(index + 1)\" "
          + "aria-label=\"statement \(index + 1): \(verdict.rawValue)\">\(index + 1)</a>"
      )
      page.append(raw: "</mark>")
    }
    page.close(tag)
  }

  private mutating func write(_ statement: TextStatement, _ index: Int, _ prefix: String) {
    let words = StatementFinding(statement: statement, screen: screen)
    page.open("li", [("id", "\(prefix)s\(index + 1)")])
    page.open("details", statement.verdict == .holds ? [] : [("open", "open")])
    page.open("summary")
    page.element("mark", [("class", statement.verdict.cssClass)], statement.verdict.rawValue)
    page.append(raw: " " + screen.safe(words.finding).inMarkup)
    page.close("summary")
    page.open("p", [("class", "quote")])
    page.append(
      raw: "<a href=\"#\(prefix)m\(index + 1)\">“" + screen.safe(statement.text).inMarkup + "”</a>"
    )
    page.close("p")
    for check in statement.checks {
      page.append(raw: "<pre>" + screen.safe(check.statement).inMarkup + "</pre>\n")
      let report = CheckReport(check, screen)
      page.element("p", [], screen.safe(report.evidence))
      write(check.foot.sources)
    }
    for aside in words.asides where !aside.hasPrefix("today:") {
      page.element("p", [("class", "aside")], screen.safe(aside))
    }
    page.close("details")
    page.close("li")
  }

  private mutating func write(_ sources: [Citation]) {
    guard !sources.isEmpty else { return }
    page.open("ul")
    for source in sources {
      page.open("li")
      let address = source.url.asWebAddress
      if address.isEmpty {
        page.append(raw: screen.safe(source.text).inMarkup)
      } else {
        page.open("a", [("href", address)])
        page.append(raw: screen.safe(source.text).inMarkup + "</a>")
      }
      page.close("li")
    }
    page.close("ul")
  }

  private static let css = """
    :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --dim: #595959;
      --good: #d5f0d8; --near: #e6f4c8; --bad: #fbd3d0; --open: #ecdcf7; --none: #e7e7e7; }
    @media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #161616; --dim: #adadad;
      --good: #174a20; --near: #3c4a10; --bad: #6b1f1b; --open: #47275f; --none: #3a3a3a; } }
    body { margin: 0; color: var(--ink); background: var(--paper);
      font: 1.05rem/1.55 Georgia, "Times New Roman", serif; }
    main { max-width: 42rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
    h1, h2, h3 { line-height: 1.25; } h1 { font-size: 1.4rem; } h2 { font-size: 1.2rem; }
    h3 { font-size: 1.05rem; } .summary, .aside { color: var(--dim); }
    .legend mark { margin-right: .5rem; }
    mark { color: inherit; background: var(--none); border-bottom: 2px solid currentColor;
      padding: 0 .15em; border-radius: 2px; }
    mark a { color: inherit; text-decoration: none; }
    .number { font-size: .7em; vertical-align: super; line-height: 1; }
    .holds { background: var(--good); } .close { background: var(--near); border-bottom-style: dashed; }
    .fails { background: var(--bad); border-bottom-style: double; border-bottom-width: 4px; }
    .depends, .undecided { background: var(--open); border-bottom-style: dotted; }
    .no-data, .not-read, .not-checkable { border: 1px solid var(--dim); }
    .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    ol { padding-left: 2rem; } details { margin: .5rem 0; } summary { cursor: pointer; }
    :target { outline: 3px solid currentColor; outline-offset: 2px; }
    pre { white-space: pre-wrap; font-size: .85rem; margin: .4rem 0; } ul { padding-left: 1.2rem; }
    a:focus-visible, summary:focus-visible { outline: 3px solid currentColor; }
    @media (forced-colors: active) { mark[class] { color: CanvasText; background: Canvas; }
      mark[class] a { color: LinkText; } }
    @media print { body { font-size: 10.5pt; } main { max-width: none; padding: 0; }
      mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; } li { break-inside: avoid; }
      details::details-content { content-visibility: visible; block-size: auto; } }
    """
}

extension TextVerdict {
  /// A word without spaces.
  fileprivate var cssClass: String { rawValue.replacing(" ", with: "-") }
}
