import Catalog
import Results

/// One view of a specification: the series of one unit, or of one value of a first dimension.
struct VegaView {
  /// Tells its rows from those of other views; counted from 0.
  private let number: Int
  private let heading: String
  private let axisTitle: String
  let labels: [ChartLabel]
  let panels: [ChartPanel]
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
      zip(labels, panel.points).flatMap { label, point in
        axis != nil && label.period == nil
          ? [] : [row(label, panel, point)] + gap(after: label, panel)
      }
    }
  }

  /// A row without a figure where periods are missing after one, so that no line runs over them.
  private func gap(after label: ChartLabel, _ panel: ChartPanel) -> [JSONValue] {
    guard axis != nil, let period = label.period, period.unit != .day,
      let place = labels.firstIndex(where: { $0.period == period }),
      labels.indices.contains(place + 1), let next = labels[place + 1].period,
      period.next != next
    else { return [] }
    return [row(ChartLabel(cell: .period(period.next)), panel, .none)]
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
  var areTogether: Bool { panels.count <= GraphicStyle.colors }

  var value: JSONValue {
    let title: [(String, JSONValue)] =
      heading.isEmpty
      ? [] : [("title", .object([("text", .text(heading)), ("anchor", .text("start"))]))]
    let own = JSONValue.object([("filter", .text("datum.view === \(number)"))])
    guard let axis else {
      let transform = [("transform", JSONValue.array([own]))]
      return .object(
        title + transform
          + (areTogether
            ? bars(width: VegaSpecification.width) : inFields(columns: 2, bars(width: 230)))
      )
    }
    let transform: [(String, JSONValue)] = [("transform", .array([own] + Self.joints))]
    guard !areTogether else {
      let width = VegaSpecification.width
      return .object(title + transform + size(width, 300) + lines(axis, width: width))
    }
    return .object(
      title + transform + inFields(columns: 3, size(180, 120) + lines(axis, width: 180))
    )
  }

  /// A field for each series, where there are more than can be distinguished in one.
  private func inFields(
    columns: Int,
    _ field: [(String, JSONValue)]
  ) -> [(String, JSONValue)] {
    [
      (
        "facet",
        .object([
          ("field", .text("series")), ("type", .text("nominal")), ("title", .null),
          ("sort", names),
        ])
      ),
      ("columns", .number(columns)), ("spec", .object(field)),
    ]
  }

  /// The series in their order, which is that of their size.
  var names: JSONValue { .array(panels.map { .text($0.heading.words) }) }

  private func size(_ width: Double, _ height: Int) -> [(String, JSONValue)] {
    [("width", .decimal(width)), ("height", .number(height))]
  }

  var valueAxis: JSONValue {
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

  var color: [(String, JSONValue)] {
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

  var tooltip: (String, JSONValue) {
    (
      "tooltip",
      .array(["label", "series", "figure", "partial"].map { .object([("field", .text($0))]) })
    )
  }
}
