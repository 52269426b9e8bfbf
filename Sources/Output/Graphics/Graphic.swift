import Catalog
import Results

/// An answer as a newspaper would print it: a headline, the picture with its figures, notes, the
/// source.
struct Graphic {
  private let subject: String
  private let foot: FootWords
  private let chart: Chart?
  private let leftOut: [String]
  private let text = ScreenText(isUnicode: true)

  /// `chart` is `nil` where there is nothing to draw.
  init(_ answer: DrawnAnswer, _ foot: AnswerFoot, chart: Chart?) {
    subject = answer.title
    leftOut = answer.leftOut.map(text.safe)
    self.foot = FootWords(foot, text: text)
    self.chart = chart
  }

  /// As a whole document, or inside a page that already has the words.
  func svg(isInline: Bool) -> String {
    var y = GraphicStyle.margin
    var body = Markup()
    if !isInline { writeHead(into: &body, &y) }
    writeChart(into: &body, &y)
    if !isInline { writeFoot(into: &body, &y) }
    return document(body.text, height: y + GraphicStyle.margin / 2)
  }

  private func document(_ body: String, height: Double) -> String {
    let width = pixels(GraphicStyle.width)
    var svg = Markup()
    svg.open(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("class", "t"), ("role", "img"),
        ("viewBox", "0 0 \(width) \(pixels(height))"), ("width", width),
        ("height", pixels(height)), ("aria-label", subject),
      ]
    )
    svg.element("title", [], subject)
    svg.element("desc", [], description)
    svg.append(raw: "<style>\(GraphicStyle.css)</style>\n")
    svg.element("rect", [("class", "ground"), ("width", "100%"), ("height", "100%")])
    svg.append(raw: body)
    svg.close("svg")
    return svg.text
  }

  /// Every figure in words, for those who do not see the picture.
  private var description: String {
    guard let chart else { return foot.summary }
    let figures = chart.blocks.flatMap { block in
      block.panels.flatMap { panel in
        zip(block.labels, panel.points).map { label, point in
          let names = [block.heading.words, panel.heading.words, label.cell.name]
            .filter { !$0.isEmpty }.joined(separator: ", ")
          return "\(names): \(point.figure(in: text))" + (point.isPartial ? " (partial)" : "")
        }
      }
    }
    let told = figures.prefix(Self.mostDescribed).joined(separator: "; ")
    let more = figures.count - Self.mostDescribed
    return text.safe(told) + (more > 0 ? "; and \(more) more" : "")
  }

  /// The most figures; nobody would listen to more.
  private static let mostDescribed = 60

  // MARK: Words

  private func writeHead(into body: inout Markup, _ y: inout Double) {
    write([text.safe(subject)], "title ink", GraphicStyle.title, leading: 24, into: &body, &y)
    write([foot.summary], "subtitle soft", GraphicStyle.subtitle, leading: 19, into: &body, &y)
    y += 12
  }

  private func writeFoot(into body: inout Markup, _ y: inout Double) {
    y += 10
    let words = PictureWords(foot, leftOut: leftOut)
    write(words.notes, "small soft", GraphicStyle.small, leading: 16, into: &body, &y)
    guard !words.sources.isEmpty else { return }
    y += 4
    write([words.sources], "small soft", GraphicStyle.small, leading: 16, into: &body, &y)
  }

  private func write(
    _ paragraphs: [String],
    _ style: String,
    _ measure: TextMeasure,
    leading: Double,
    into body: inout Markup,
    _ y: inout Double
  ) {
    let room = GraphicStyle.width - 2 * GraphicStyle.margin
    for line in paragraphs.flatMap({ measure.lines(of: $0, width: room) }) {
      y += leading
      body.element(
        "text",
        [("class", style), ("x", pixels(GraphicStyle.margin)), ("y", pixels(y - 5))],
        line
      )
    }
  }

  // MARK: The picture

  private func writeChart(into body: inout Markup, _ y: inout Double) {
    guard let chart else { return }
    if !chart.title.isEmpty,
      chart.blocks.count > 1 || chart.blocks.contains(where: { $0.panels.count > 1 })
    {
      heading(text.safe(chart.title), x: GraphicStyle.margin, into: &body, &y)
    }
    for block in chart.blocks {
      let words = block.heading.shown(in: text)
      if !words.isEmpty { heading(words, x: GraphicStyle.margin, into: &body, &y) }
      if chart.isDrawnAsLines {
        LineDrawing(block, of: chart, text: text).write(into: &body, &y)
      } else {
        BarDrawing(block, of: chart, text: text).write(into: &body, &y)
      }
      y += 8
    }
  }

  private func heading(_ words: String, x: Double, into body: inout Markup, _ y: inout Double) {
    y += 20
    body.element("text", [("class", "heading ink"), ("x", pixels(x)), ("y", pixels(y - 5))], words)
  }
}

extension Chart {
  /// The longest series that is drawn as bars; shorter than on a screen.
  fileprivate static let mostPrintedBars = 8

  /// Whether time runs along the rows, for more periods than bars can show.
  var isDrawnAsLines: Bool {
    isSeries && blocks.contains { $0.labels.count > Self.mostPrintedBars }
  }
}
