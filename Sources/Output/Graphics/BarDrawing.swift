/// Level bars with their figures at their ends, panels side by side.
struct BarDrawing {
  private let block: ChartBlock
  private let chart: Chart
  private let text: ScreenText

  init(_ block: ChartBlock, of chart: Chart, text: ScreenText) {
    self.block = block
    self.chart = chart
    self.text = text
  }

  private static let gap = 24.0
  private static let mostLabel = 230.0
  private static let leastPanel = 190.0
  private var rowHeight: Double { block.labels.count > 30 ? 19 : 25 }

  /// What is counted is in the title, where there is only one panel.
  private var namesPanels: Bool { block.panels.count > 1 }

  func write(into body: inout Markup, _ y: inout Double) {
    let labels = block.labels.map { text.safe($0.cell.name) + ($0.isMarked ? " (partial)" : "") }
    let widest = labels.map(GraphicStyle.label.width).max() ?? 0
    let labelWidth = min(Self.mostLabel, widest)
    let room = GraphicStyle.width - 2 * GraphicStyle.margin - labelWidth - 8
    let columns = max(
      1,
      min(block.panels.count, Int((room + Self.gap) / (Self.leastPanel + Self.gap)))
    )
    let panelWidth = (room + Self.gap) / Double(columns) - Self.gap
    for start in stride(from: 0, to: block.panels.count, by: columns) {
      let band = block.panels[start...].prefix(columns)
      if namesPanels { y += 20 }
      for row in labels.indices {
        body.element(
          "text",
          [
            ("class", "label ink"), ("text-anchor", "end"),
            ("x", pixels(GraphicStyle.margin + labelWidth)),
            ("y", pixels(y + Double(row) * rowHeight + rowHeight / 2 + 4.5)),
          ],
          GraphicStyle.label.cut(labels[row], width: labelWidth)
        )
      }
      for (place, panel) in band.enumerated() {
        let x = GraphicStyle.margin + labelWidth + 8 + Double(place) * (panelWidth + Self.gap)
        write(panel, at: (x, y), width: panelWidth, into: &body)
      }
      y += Double(labels.count) * rowHeight + 6
    }
  }

  private func write(
    _ panel: ChartPanel,
    at origin: (x: Double, y: Double),
    width: Double,
    into body: inout Markup
  ) {
    let heading = panel.heading.shown(in: text)
    if namesPanels, !heading.isEmpty {
      body.element(
        "text",
        [("class", "heading ink"), ("x", pixels(origin.x)), ("y", pixels(origin.y - 6))],
        GraphicStyle.label.cut(heading, width: width)
      )
    }
    let scale = BarMeasure(chart.points(ofScale: panel.scale), width: width, text: text)
    for (row, point) in panel.points.enumerated() {
      let top = origin.y + Double(row) * rowHeight
      write(point, scale, at: (origin.x, top), block.labels[row], into: &body)
    }
    if scale.hasNegatives {
      let axis = pixels(origin.x + scale.zero)
      body.element(
        "line",
        [
          ("class", "axis"), ("x1", axis), ("x2", axis), ("y1", pixels(origin.y)),
          ("y2", pixels(origin.y + Double(panel.points.count) * rowHeight)),
        ]
      )
    }
  }

  private func write(
    _ point: ChartPoint,
    _ scale: BarMeasure,
    at origin: (x: Double, y: Double),
    _ label: ChartLabel,
    into body: inout Markup
  ) {
    let figure = point.figure(in: text)
    var end = scale.zero
    var isLeft = false
    if let value = point.drawnValue, value != 0 {
      let length = max(1, scale.length(of: value.magnitude))
      isLeft = value < 0
      end = isLeft ? scale.zero - length : scale.zero + length
      body.open(
        "rect",
        [
          ("class", point.isPartial ? "bar partial f0 s0" : "bar f0"),
          ("x", pixels(origin.x + min(end, scale.zero))), ("y", pixels(origin.y + 3)),
          ("width", pixels(length)), ("height", pixels(rowHeight - 6)),
        ]
      )
      body.element("title", [], "\(text.safe(label.cell.name)): \(figure)")
      body.close("rect")
    }
    body.element(
      "text",
      [
        ("class", point.value == nil ? "label soft" : "label ink"),
        ("text-anchor", isLeft ? "end" : ""),
        ("x", pixels(origin.x + end + (isLeft ? -6 : 6))),
        ("y", pixels(origin.y + rowHeight / 2 + 4.5)),
      ],
      point.value == nil ? "no figure" : point.label(in: text)
    )
  }
}

/// The scale of bars with which the longest and its figure fit into a width.
private struct BarMeasure {
  let zero: Double
  let hasNegatives: Bool
  private let pixelsPerUnit: Double

  init(_ points: [ChartPoint], width: Double, text: ScreenText) {
    let values = points.compactMap(\.drawnValue)
    let low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 0)
    let figure = points.map { GraphicStyle.label.width(of: $0.label(in: text)) }.max() ?? 0
    hasNegatives = low < 0
    let room = max(20, width - (figure + 8) * (low < 0 ? 2 : 1))
    let reach = high - low
    pixelsPerUnit = reach > 0 && reach.isFinite ? room / reach : 0
    zero = low < 0 ? -low * pixelsPerUnit + figure + 8 : 0
  }

  func length(of value: Double) -> Double { value * pixelsPerUnit }
}
