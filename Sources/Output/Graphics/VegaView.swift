import Catalog
import Results

/// One view of a specification: the series of one unit, or of one value of a first dimension.
struct VegaView {
  /// Tells its rows from those of other views; counted from 0.
  private let number: Int
  private let heading: String
  private let axisTitle: String
  private let labels: [ChartLabel]
  private let panels: [ChartPanel]
  private let axis: VegaTimeAxis?
  /// The lowest and the highest end of the scale, where other views have it too.
  private let domain: ClosedRange<Double>?
  private let text = ScreenText(isUnicode: true)

  /// The views of a chart, from top to bottom.
  static func all(of chart: Chart) -> [VegaView] {
    var views: [VegaView] = []
    for block in chart.blocks {
      let scales = block.panels.map(\.scale).reduce(into: [Int]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      for scale in scales {
        views.append(
          VegaView(chart, block, block.panels.filter { $0.scale == scale }, scale, views.count)
        )
      }
    }
    return views
  }

  private init(
    _ chart: Chart,
    _ block: ChartBlock,
    _ panels: [ChartPanel],
    _ scale: Int,
    _ number: Int
  ) {
    self.number = number
    self.panels = panels
    heading = block.heading.words
    labels = block.labels
    axisTitle = chart.names.indices.contains(scale) ? chart.names[scale] : chart.title
    axis = chart.isDrawnAsLines ? VegaTimeAxis(block.labels) : nil
    let values = [0] + chart.points(ofScale: scale).compactMap(\.drawnValue)
    domain = chart.blocks.count > 1 ? (values.min() ?? 0)...(values.max() ?? 0) : nil
  }

  // MARK: Rows

  var rows: [JSONValue] {
    panels.flatMap { panel in
      zip(labels, panel.points).compactMap { label, point in
        axis != nil && label.period == nil ? nil : row(label, panel, point)
      }
    }
  }

  private func row(_ label: ChartLabel, _ panel: ChartPanel, _ point: ChartPoint) -> JSONValue {
    let place = axis.flatMap { axis in label.period.map { [("time", axis.value(of: $0))] } } ?? []
    return .object(
      [
        ("view", .number(number)), ("label", .text(label.cell.name)),
        ("series", .text(panel.heading.words)),
      ] + place
        + [
          ("value", point.drawnValue == nil ? .null : figure(point.cell)),
          ("figure", .text(point.value == nil ? "no figure" : point.label(in: text))),
          ("partial", .boolean(point.isPartial)),
        ]
    )
  }

  private func figure(_ cell: Cell) -> JSONValue {
    switch cell {
    case .number(.integer(let number), _): .number(number)
    case .number(.real(let number), _) where number.isFinite: .decimal(number)
    case .number(.real, _), .period, .text, .missing, .verdict, .sparkline, .sources, .records:
      .null
    }
  }

  // MARK: The view

  /// The most series whose lines are distinguished in one field.
  private var areTogether: Bool { panels.count <= GraphicStyle.colors }

  var value: JSONValue {
    let title: [(String, JSONValue)] =
      heading.isEmpty
      ? [] : [("title", .object([("text", .text(heading)), ("anchor", .text("start"))]))]
    let own = JSONValue.object([("filter", .text("datum.view === \(number)"))])
    guard let axis else { return .object(title + [("transform", .array([own]))] + bars) }
    let transform: [(String, JSONValue)] = [("transform", .array([own] + Self.joints))]
    guard !areTogether else {
      return .object(title + transform + size(VegaSpecification.width, 300) + lines(axis))
    }
    return .object(
      title + transform + [
        (
          "facet",
          .object([
            ("field", .text("series")), ("type", .text("nominal")), ("title", .null),
            ("sort", names),
          ])
        ),
        ("columns", .number(3)),
        ("spec", .object(size(180, 120) + lines(axis))),
      ]
    )
  }

  /// The series in their order, which is that of their size.
  private var names: JSONValue { .array(panels.map { .text($0.heading.words) }) }

  private func size(_ width: Double, _ height: Int) -> [(String, JSONValue)] {
    [("width", .decimal(width)), ("height", .number(height))]
  }

  private var valueAxis: JSONValue {
    .object(
      field("value") + scale + [
        (
          "axis",
          .object([
            ("title", .text(axisTitle)), ("format", .text(",~f")), ("labelFlush", .boolean(false)),
            ("labelOverlap", .text("parity")), ("labelSeparation", .number(8)),
          ])
        )
      ]
    )
  }

  /// One scale in all views that share it, so that they may be compared by eye.
  private var scale: [(String, JSONValue)] {
    guard let domain else { return [] }
    let ends = JSONValue.array([.decimal(domain.lowerBound), .decimal(domain.upperBound)])
    return [("scale", .object([("domain", ends), ("nice", .boolean(true))]))]
  }

  private var color: [(String, JSONValue)] {
    guard panels.count > 1, areTogether else {
      return [("color", .object([("value", .text(GraphicStyle.lightColors[0]))]))]
    }
    return [
      (
        "color",
        .object([
          ("field", .text("series")), ("type", .text("nominal")), ("title", .null),
          ("sort", names),
        ])
      )
    ]
  }

  private var tooltip: (String, JSONValue) {
    (
      "tooltip",
      .array(["label", "series", "figure", "partial"].map { .object([("field", .text($0))]) })
    )
  }

  // MARK: Lines

  /// Whole periods are joined by a line, partial ones by a dashed one with a hollow end.
  private func lines(_ axis: VegaTimeAxis) -> [(String, JSONValue)] {
    [
      ("encoding", .object([("x", axis.encoding), ("y", valueAxis)] + color)),
      (
        "layer",
        .array([
          .object([
            (
              "mark",
              .object([
                ("type", .text("line")), ("invalid", .text("break-paths-show-path-domains")),
              ])
            ),
            ("encoding", .object([("y", .object(field("whole")))])),
          ]),
          joints(isDashed: true), joints(isDashed: false), points(isPartial: false),
          points(isPartial: true),
        ])
      ),
    ]
  }

  /// What runs to a partial period is dashed, what goes on from one is not.
  private func joints(isDashed: Bool) -> JSONValue {
    let test = isDashed ? "datum.partial" : "!datum.partial && datum.partialBefore"
    let dash: [(String, JSONValue)] =
      isDashed ? [("strokeDash", .array([.number(4), .number(3)]))] : []
    return .object([
      ("transform", .array([.object([("filter", .text(test + Self.hasBoth))])])),
      ("mark", .object([("type", .text("rule")), ("strokeWidth", .number(2))] + dash)),
      (
        "encoding",
        .object([
          ("x2", .object([("field", .text("timeBefore"))])),
          ("y2", .object([("field", .text("valueBefore"))])),
        ])
      ),
    ])
  }

  private func field(_ name: String) -> [(String, JSONValue)] {
    [("field", .text(name)), ("type", .text("quantitative"))]
  }

  /// Beside each point, the one before it, and the figure only where its period is whole.
  private static let joints: [JSONValue] = [
    .object([
      ("calculate", .text("datum.partial ? null : datum.value")), ("as", .text("whole")),
    ]),
    .object([
      (
        "window",
        .array(
          ["value", "time", "partial"].map { field in
            .object([
              ("op", .text("lag")), ("field", .text(field)), ("as", .text(field + "Before")),
            ])
          }
        )
      ),
      ("groupby", .array([.text("series")])),
    ]),
  ]

  private static let hasBoth = " && isValid(datum.value) && isValid(datum.valueBefore)"

  private func points(isPartial: Bool) -> JSONValue {
    let paint: [(String, JSONValue)] =
      isPartial
      ? [("filled", .boolean(false)), ("fill", .text("white")), ("strokeWidth", .number(2))]
      : [("filled", .boolean(true))]
    return .object([
      (
        "transform",
        .array([.object([("filter", .text(isPartial ? "datum.partial" : "!datum.partial"))])])
      ),
      (
        "mark",
        .object(
          [
            ("type", .text("point")), ("size", .number(isPartial ? 40 : 24)),
            ("opacity", .number(1)),
          ]
            + paint
        )
      ),
      ("encoding", .object([tooltip])),
    ])
  }

  // MARK: Bars

  /// Each with its figure at its end, which is in words where there is none; partial periods are
  /// lighter bars.
  private var bars: [(String, JSONValue)] {
    let y = JSONValue.object([
      ("field", .text("label")), ("type", .text("nominal")),
      ("sort", .array(labels.map { .text($0.cell.name) })),
      (
        "axis",
        .object([("title", .null), ("labelLimit", .number(230)), ("ticks", .boolean(false))])
      ),
    ])
    let offset: [(String, JSONValue)] =
      panels.count == 1
      ? [] : [("yOffset", .object([("field", .text("series")), ("sort", names)]))]
    let opacity = JSONValue.object([
      ("condition", .object([("test", .text("datum.partial")), ("value", .decimal(0.4))])),
      ("value", .number(1)),
    ])
    let isBelow = "datum.value < 0"
    return [
      ("width", .decimal(VegaSpecification.width)),
      ("height", .object([("step", .number(panels.count == 1 ? 25 : 18))])),
      ("encoding", .object([("y", y), ("x", valueAxis)] + offset)),
      (
        "layer",
        .array([
          .object([
            ("mark", .object([("type", .text("bar"))])),
            ("encoding", .object([("opacity", opacity), tooltip] + color)),
          ]),
          figures(align: "left", dx: 4, where: "!(\(isBelow))"),
          figures(align: "right", dx: -4, where: isBelow),
        ])
      ),
    ]
  }

  private func figures(align: String, dx: Int, where test: String) -> JSONValue {
    .object([
      (
        "transform",
        .array([
          .object([("filter", .text(test))]),
          .object([
            ("calculate", .text("isValid(datum.value) ? datum.value : 0")), ("as", .text("end")),
          ]),
        ])
      ),
      (
        "mark",
        .object([
          ("type", .text("text")), ("align", .text(align)), ("dx", .number(dx)),
          ("fontSize", .number(12)),
        ])
      ),
      (
        "encoding",
        .object([
          ("x", .object(field("end"))), ("text", .object([("field", .text("figure"))])),
          (
            "color",
            .object([
              (
                "condition",
                .object([
                  ("test", .text("isValid(datum.value)")), ("value", .text("#16191d")),
                ])
              ),
              ("value", .text("#57616b")),
            ])
          ),
        ])
      ),
    ])
  }
}
