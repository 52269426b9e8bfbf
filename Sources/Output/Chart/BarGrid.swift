/// A chart of horizontal bars, one a row; panels are side by side, in several bands where one is
/// too narrow.
struct BarGrid {
  private let chart: Chart
  private let text: ScreenText
  private let layout: BarLayout
  private let scales: [BarScale]

  init(_ chart: Chart, style: OutputStyle) {
    self.chart = chart
    let text = ScreenText(style)
    let layout = BarLayout(chart, style: style)
    self.text = text
    self.layout = layout
    scales = chart.scales.map {
      BarScale(chart.points(ofScale: $0), width: layout.panelWidth, text: text)
    }
  }

  func write(into page: inout Page) {
    if !chart.title.isEmpty {
      page.write(bold: text.safe(chart.title))
      page.writeBlank()
    }
    var firstLabel = 0
    for (index, block) in chart.blocks.enumerated() {
      if index > 0 { page.writeBlank() }
      let heading = block.heading.shown(in: text)
      if !heading.isEmpty { page.write(bold: heading) }
      write(block, firstLabel: firstLabel, into: &page)
      firstLabel += block.labels.count
    }
  }

  private func write(_ block: ChartBlock, firstLabel: Int, into page: inout Page) {
    for start in stride(from: 0, to: block.panels.count, by: layout.panelsInBand) {
      if start > 0 { page.writeBlank() }
      let panels = block.panels[start...].prefix(layout.panelsInBand)
      writeHeadings(of: panels, into: &page)
      page.write(ShownRows(block.labels.count, most: page.style.rows)) { row, output in
        layout.labels.write(
          row: firstLabel + row,
          isMarked: block.labels[row].isMarked,
          into: &output
        )
        output.append(spaces: 2)
        output.append(side(by: panels.map { scales[$0.scale].line(of: $0.points[row]) }))
      }
    }
  }

  /// Empty where the title or the labels say everything.
  private func writeHeadings(of panels: ArraySlice<ChartPanel>, into page: inout Page) {
    let headings = panels.map {
      $0.heading.shown(in: text).cut(toWidth: layout.panelWidth, sign: text.ellipsis)
    }
    guard headings.contains(where: { !$0.isEmpty }) else { return }
    var line = OutputBuffer()
    layout.labels.writeHeading(into: &line)
    line.append(spaces: 2)
    line.append(side(by: headings))
    page.write(bold: line.text)
  }

  private func side(by parts: [String]) -> String {
    let padded = parts.dropLast().map { $0.padded(toWidth: layout.panelWidth + BarLayout.gap) }
    return (padded + parts.suffix(1)).joined()
  }
}
