import Catalog

/// Series in time as lines, each named where it ends: together where they share a unit and can be
/// distinguished, otherwise in separate panels.
struct LineDrawing {
  private let block: ChartBlock
  private let chart: Chart
  private let text: ScreenText

  init(_ block: ChartBlock, of chart: Chart, text: ScreenText) {
    self.block = block
    self.chart = chart
    self.text = text
  }

  private static let gap = 28.0
  private static let panelColumns = 3
  /// About as many intervals between the lines after a large field.
  private static let intervals = 5

  func write(into body: inout Markup, _ y: inout Double) {
    let room = GraphicStyle.width - 2 * GraphicStyle.margin
    let isTogether =
      Set(block.panels.map(\.scale)).count == 1 && block.panels.count <= GraphicStyle.colors
    guard !isTogether else {
      let plot = plot(of: block.panels, at: (GraphicStyle.margin, y + 12), size: (room, 300))
      plot.write(into: &body)
      y += 12 + 300 + 26
      return
    }
    let columns = min(block.panels.count, Self.panelColumns)
    let width = (room + Self.gap) / Double(columns) - Self.gap
    for start in stride(from: 0, to: block.panels.count, by: columns) {
      for (place, panel) in block.panels[start...].prefix(columns).enumerated() {
        let x = GraphicStyle.margin + Double(place) * (width + Self.gap)
        writeHeading(panel.heading, at: (x, y + 14), width: width, into: &body)
        plot(of: [panel], at: (x, y + 42), size: (width, 120), isSmall: true).write(into: &body)
      }
      y += 42 + 120 + 30
    }
  }

  private func plot(
    of panels: [ChartPanel],
    at origin: (x: Double, y: Double),
    size: (width: Double, height: Double),
    isSmall: Bool = false
  ) -> LineField {
    LineField(
      panels,
      labels: block.labels,
      scale: LineScale(
        chart.points(ofScale: panels[0].scale),
        intervals: isSmall ? 3 : Self.intervals,
        isTight: true
      ),
      origin: origin,
      size: size,
      isSmall: isSmall,
      text: text
    )
  }

  private func writeHeading(
    _ heading: ChartHeading,
    at place: (x: Double, y: Double),
    width: Double,
    into body: inout Markup
  ) {
    body.element(
      "text",
      [("class", "heading ink"), ("x", pixels(place.x)), ("y", pixels(place.y))],
      GraphicStyle.label.cut(heading.shown(in: text), width: width)
    )
  }
}
