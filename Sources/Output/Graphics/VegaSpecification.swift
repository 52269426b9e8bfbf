import Results

/// An answer as a specification of Vega-Lite: title, views one above the other, notes and sources.
struct VegaSpecification {
  private let answer: DrawnAnswer
  private let foot: AnswerFoot
  private let chart: Chart
  private let views: [VegaView]
  private let text = ScreenText(isUnicode: true)

  init(_ answer: DrawnAnswer, _ foot: AnswerFoot) {
    self.answer = answer
    self.foot = foot
    let chart = answer.chart ?? Chart(labels: AnswerColumn(key: "", label: "", kind: .dimension))
    self.chart = chart
    views = VegaView.all(of: chart)
  }

  static let width = 640.0

  var value: JSONValue {
    let drawn = views.map(\.value)
    return .object(
      [
        ("$schema", .text("https://vega.github.io/schema/vega-lite/v5.json")),
        ("title", title), ("description", .text(description)), ("usermeta", meta),
        ("data", .object([("values", .array(views.flatMap(\.rows)))])), ("config", Self.config),
        ("spacing", .number(18)), ("vconcat", .array(drawn + [words])),
      ]
    )
  }

  private var title: JSONValue {
    .object([
      ("text", lines(of: answer.title, GraphicStyle.title)),
      ("subtitle", lines(of: foot.summary, GraphicStyle.subtitle)),
      ("anchor", .text("start")), ("fontSize", .number(19)), ("subtitleFontSize", .number(14)),
      ("subtitleColor", .text("#57616b")), ("offset", .number(14)),
    ])
  }

  private var description: String { answer.title + ". " + foot.summary }

  /// What must be said with the picture, for programs.
  private var meta: JSONValue {
    .object([
      ("question", .text(answer.subject?.question ?? "")),
      ("notes", .array(foot.notes.map { .text($0.withSign) })),
      (
        "sources",
        .array(
          foot.sources.map { source in
            .object([
              ("citation", .text(source.text)), ("periods", .text(source.periods)),
              ("url", .text(source.url)),
            ])
          }
        )
      ),
    ])
  }

  /// The same for readers, under the picture.
  private var words: JSONValue {
    let leftOut = answer.leftOut.map(text.safe)
    let paragraphs = PictureWords(FootWords(foot, text: text), leftOut: leftOut).paragraphs
    let lines = paragraphs.flatMap { GraphicStyle.small.lines(of: $0, width: Self.width + 60) }
    return .object([
      ("data", .object([("values", .array([.object([])]))])),
      ("width", .decimal(Self.width)), ("height", .number(max(1, lines.count * 16))),
      ("view", .object([("stroke", .null)])),
      (
        "mark",
        .object([
          ("type", .text("text")), ("text", .array(lines.map(JSONValue.text))),
          ("align", .text("left")), ("baseline", .text("top")), ("fontSize", .number(12)),
          ("lineHeight", .number(16)), ("color", .text("#57616b")),
        ])
      ),
      (
        "encoding",
        .object([
          ("x", .object([("value", .number(0))])), ("y", .object([("value", .number(0))])),
        ])
      ),
    ])
  }

  private func lines(of words: String, _ measure: TextMeasure) -> JSONValue {
    .array(measure.lines(of: text.safe(words), width: Self.width + 60).map(JSONValue.text))
  }

  /// The colors of the pictures of this program, and nothing that is not needed.
  private static let config = JSONValue.object([
    ("font", .text("system-ui, sans-serif")),
    ("view", .object([("stroke", .null)])),
    ("axis", .object([("grid", .boolean(false)), ("labelFontSize", .number(12))])),
    (
      "legend",
      .object([
        ("labelFontSize", .number(12)), ("labelLimit", .number(260)),
        ("symbolStrokeWidth", .number(0)),
      ])
    ),
    (
      "axisQuantitative",
      .object([("grid", .boolean(true)), ("gridColor", .text("#d8dde2"))])
    ),
    (
      "range",
      .object([("category", .array(GraphicStyle.lightColors.map(JSONValue.text)))])
    ),
  ])
}
