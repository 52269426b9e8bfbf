import Catalog
import Results

/// A Vega-Lite 5 specification including its rows, for programs that draw.
///
/// Every figure is a separate row: what it is of, which series, the figure as published, and
/// whether its period is partial.
package struct VegaFormat: DrawnFormat {
  package static let name = "vega"
  package static let summary = "a Vega-Lite specification with its data, for programs that draw"
  package static let fileEndings = ["vl", "vega"]
  package static let jsonUses: JSONUses = .answers

  var answer = DrawnAnswer()

  package init(style: OutputStyle) {}

  func write(_ answer: DrawnAnswer, _ foot: AnswerFoot, into output: inout OutputBuffer) {
    VegaSpecification(answer, foot).value.write(into: &output, indent: 0)
    output.append("\n")
  }
}

private struct VegaSpecification {
  private let answer: DrawnAnswer
  private let foot: AnswerFoot
  private let chart: Chart

  init(_ answer: DrawnAnswer, _ foot: AnswerFoot) {
    self.answer = answer
    self.foot = foot
    chart = answer.chart ?? Chart(labels: AnswerColumn(key: "", label: "", kind: .dimension))
  }

  var value: JSONValue {
    .object(
      [
        ("$schema", .text("https://vega.github.io/schema/vega-lite/v5.json")),
        (
          "title",
          .object([
            ("text", .text(answer.title)), ("subtitle", .text(foot.summary)),
            ("anchor", .text("start")),
          ])
        ),
        ("description", .text(answer.title + ". " + foot.summary)),
        ("usermeta", meta),
        ("data", .object([("values", .array(values))])),
        ("width", .number(640)),
      ] + (isLine ? lineMarks : barMarks)
    )
  }

  /// What must be said with the picture.
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

  private var isLine: Bool { chart.isDrawnAsLines }

  // MARK: Data

  private var values: [JSONValue] {
    chart.blocks.flatMap { block in
      block.panels.flatMap { panel in
        zip(block.labels, panel.points).map { label, point in
          .object(
            place(label) + [
              ("group", .text(block.heading.words)), ("series", .text(panel.heading.words)),
              ("value", figure(point.cell)), ("partial", .boolean(point.isPartial)),
            ]
          )
        }
      }
    }
  }

  /// The name of the row and, for a period, its first day.
  private func place(_ label: ChartLabel) -> [(String, JSONValue)] {
    let name = ("label", JSONValue.text(label.cell.name))
    guard let period = label.period else { return [name] }
    return [name, ("date", .text(Period(.day, containing: period.days.first).exported))]
  }

  private func figure(_ cell: Cell) -> JSONValue {
    switch cell {
    case .number(.integer(let number), _): .number(number)
    case .number(.real(let number), _) where number.isFinite: .decimal(number)
    case .number(.real, _), .period, .text, .missing, .verdict, .sparkline, .sources, .records:
      .null
    }
  }

  // MARK: Marks

  private var unit: String { answer.rows.columns.first { $0.kind.isFigure }?.label ?? "" }

  private var figureAxis: JSONValue {
    .object([
      ("field", .text("value")), ("type", .text("quantitative")),
      ("axis", .object([("title", .text(unit)), ("format", .text(",~f"))])),
    ])
  }

  private var series: [(String, JSONValue)] {
    guard chart.blocks.contains(where: { $0.panels.count > 1 }) else { return [] }
    return [
      (
        "color",
        .object([("field", .text("series")), ("type", .text("nominal")), ("title", .null)])
      )
    ]
  }

  private var groups: [(String, JSONValue)] {
    guard chart.blocks.count > 1 else { return [] }
    return [
      ("row", .object([("field", .text("group")), ("type", .text("nominal")), ("title", .null)]))
    ]
  }

  private var tooltip: (String, JSONValue) {
    (
      "tooltip",
      .array(["label", "series", "value", "partial"].map { .object([("field", .text($0))]) })
    )
  }

  /// Partial periods are hollow points.
  private var lineMarks: [(String, JSONValue)] {
    let x = JSONValue.object([
      ("field", .text("date")), ("type", .text("temporal")), ("axis", .object([("title", .null)])),
    ])
    let encoding = [("x", x), ("y", figureAxis)] + series
    return [
      ("encoding", .object(encoding + groups)),
      (
        "layer",
        .array([
          .object([
            (
              "mark",
              .object([
                ("type", .text("line")), ("invalid", .text("break-paths-show-path-domains")),
              ])
            )
          ]),
          .object([
            ("mark", .object([("type", .text("point")), ("size", .number(30))])),
            (
              "encoding",
              .object([
                (
                  "fillOpacity",
                  .object([
                    (
                      "condition",
                      .object([("test", .text("datum.partial")), ("value", .number(0))])
                    ),
                    ("value", .number(1)),
                  ])
                ),
                tooltip,
              ])
            ),
          ]),
        ])
      ),
    ]
  }

  /// Partial periods are lighter bars.
  private var barMarks: [(String, JSONValue)] {
    let y = JSONValue.object([
      ("field", .text("label")), ("type", .text("nominal")), ("sort", .null),
      ("axis", .object([("title", .null)])),
    ])
    let opacity = JSONValue.object([
      ("condition", .object([("test", .text("datum.partial")), ("value", .decimal(0.4))])),
      ("value", .number(1)),
    ])
    let offset: [(String, JSONValue)] =
      series.isEmpty ? [] : [("yOffset", .object([("field", .text("series"))]))]
    return [
      ("mark", .object([("type", .text("bar"))])),
      (
        "encoding",
        .object(
          [("y", y), ("x", figureAxis), ("opacity", opacity), tooltip] + offset + series + groups
        )
      ),
    ]
  }
}
