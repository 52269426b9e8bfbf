import Catalog

/// A chart of long series: one line plot for each, of one size and on the same days.
struct LineGrid {
  /// A narrower plot has no other beside it.
  private static let leastWidth = 48
  private static let mostWidth = 100

  private let chart: Chart
  private let text: ScreenText
  private let scales: [LineScale]
  private let span: ClosedRange<Int>
  private let plotsInBand: Int
  private let size: (width: Int, height: Int)

  init(_ chart: Chart, style: OutputStyle) {
    self.chart = chart
    text = ScreenText(style)
    scales = chart.scales.map { LineScale(chart.points(ofScale: $0)) }
    let days = chart.blocks.flatMap(\.labels).compactMap { $0.period?.days.first.number }
    span = (days.min() ?? 0)...(days.max() ?? 0)
    let count = max(1, chart.blocks.map(\.panels.count).max() ?? 1)
    let room = (style.width ?? BarLayout.defaultWidth) - 1
    let fitting = (room + BarLayout.gap) / (Self.leastWidth + BarLayout.gap)
    plotsInBand = BarLayout.evenly(count, inBandsOf: fitting)
    let share = (room + BarLayout.gap) / plotsInBand - BarLayout.gap
    size = (
      width: max(1, min(share, Self.mostWidth)),
      height: chart.blocks.count * count > 1 ? 5 : 9
    )
  }

  func write(into page: inout Page) {
    if !chart.title.isEmpty {
      page.write(bold: text.safe(chart.title))
      page.writeBlank()
    }
    for (index, block) in chart.blocks.enumerated() {
      if index > 0 { page.writeBlank() }
      let heading = block.heading.shown(in: text)
      if !heading.isEmpty { page.write(bold: heading) }
      write(block, into: &page)
    }
  }

  private func write(_ block: ChartBlock, into page: inout Page) {
    for start in stride(from: 0, to: block.panels.count, by: plotsInBand) {
      if start > 0 { page.writeBlank() }
      let panels = block.panels[start...].prefix(plotsInBand)
      let headings = panels.map {
        $0.heading.shown(in: text).cut(toWidth: size.width, sign: text.ellipsis)
      }
      if headings.contains(where: { !$0.isEmpty }) { page.write(bold: side(by: headings)) }
      let plots = panels.map { lines(of: $0, labels: block.labels) }
      for row in 0..<(plots.map(\.count).max() ?? 0) {
        page.writePlainLine { output in
          output.append(side(by: plots.map { row < $0.count ? $0[row] : "" }))
        }
      }
    }
  }

  private func lines(of panel: ChartPanel, labels: [ChartLabel]) -> [String] {
    let plot = LinePlot(
      LineSeries(panel.points, labels: labels),
      span: span,
      scale: scales[panel.scale],
      size: size,
      text: text
    )
    return plot.lines + totals(of: panel, labels: labels)
  }

  /// Rows that are no period, such as `Total`.
  private func totals(of panel: ChartPanel, labels: [ChartLabel]) -> [String] {
    zip(labels, panel.points).filter { $0.0.period == nil }.map { label, point in
      "\(text.safe(label.cell.name)): \(point.figure(in: text))"
    }
  }

  private func side(by parts: [String]) -> String {
    let padded = parts.dropLast().map { $0.padded(toWidth: size.width + BarLayout.gap) }
    return (padded + parts.suffix(1)).joined()
  }
}
