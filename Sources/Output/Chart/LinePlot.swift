import Catalog

/// One long series as a line, its axes labeled, with its first, last, highest and lowest figures.
///
/// ```
///                     high, Dec 2023: 370,883
///  400,000 ┤                          ⢀⡀
///          │     ⢀⠤⠒⠢⡀        ⢀⣀⡠⠤⠒⠒⠉⠁⠘⡄
///          │⠤⠤⠒⠒⠁   ⠈⠉⠉⠑⠒⠒⠁         ⠈⠒⠤⠤
///        0 ┼────────────────────────────────
///           Oct 2013                  Nov 2025
///           ≈ 47,060                    30,573
/// ```
struct LinePlot {
  private let series: LineSeries
  private let span: ClosedRange<Int>
  private let scale: LineScale
  private let text: ScreenText
  private let columns: Int
  private var canvas: DotCanvas

  /// `span` is the first and the last day of the axis, as numbers.
  init(
    _ series: LineSeries,
    span: ClosedRange<Int>,
    scale: LineScale,
    size: (width: Int, height: Int),
    text: ScreenText
  ) {
    self.series = series
    self.span = span
    self.scale = scale
    self.text = text
    columns = max(1, size.width - scale.labelWidth - 2)
    canvas = DotCanvas(columns: columns, rows: size.height, isUnicode: text.isUnicode)
    draw()
  }

  var lines: [String] {
    let margin = spaces(scale.labelWidth + 2)
    return [margin + over(spaces(columns), row: -1)] + plotLines + [groundLine]
      + labelLines
  }

  // MARK: The line

  /// Breaks where a period has no figure; is light where it runs to a partial one.
  private mutating func draw() {
    var last: (period: Period, place: (x: Int, y: Int))?
    for entry in series.entries {
      guard let value = entry.point.drawnValue else {
        last = nil
        continue
      }
      let place = (x: x(of: entry.period), y: y(of: value))
      // Readings at single days are connected although their days are not adjacent.
      if let last, entry.period.unit == .day || last.period.next == entry.period {
        canvas.drawLine(from: last.place, to: place, isLight: entry.point.isPartial)
      }
      canvas.draw(x: place.x, y: place.y)
      last = (entry.period, place)
    }
  }

  private func x(of period: Period) -> Int {
    let days = max(1, span.upperBound - span.lowerBound)
    return (period.days.first.number - span.lowerBound) * (canvas.width - 1) / days
  }

  private func y(of value: Double) -> Int {
    Int((scale.depth(of: value) * Double(canvas.height - 1)).rounded())
  }

  private func column(of entry: LineSeries.Entry) -> Int {
    canvas.column(ofDot: x(of: entry.period))
  }

  // MARK: The plot and its axes

  private var plotLines: [String] {
    var ticks: [Int: String] = [:]
    for tick in scale.ticks.dropLast() { ticks[canvas.row(ofDot: y(of: tick))] = scale.label(tick) }
    let zero = scale.bottom < 0 ? canvas.row(ofDot: y(of: 0)) : nil
    return (0..<canvas.row(ofDot: canvas.height)).map { row in
      scale.margin(ticks[row]) + (ticks[row] == nil ? text.axis : text.tick)
        + over(canvas.line(row, ground: row == zero ? text.faintRule : " "), row: row)
    }
  }

  /// The level axis, at the lowest of the round numbers.
  private var groundLine: String {
    scale.margin(scale.label(scale.bottom)) + text.corner
      + String(repeating: text.rule, count: columns)
  }

  // MARK: Figures

  /// A row of the plot, with the words for the highest point if the row is just above that point,
  /// where nothing is drawn. Row -1 is above the plot.
  private func over(_ line: String, row: Int) -> String {
    guard let highest = series.highest, highWords.count <= columns else { return line }
    let height = highest.point.drawnValue.map { canvas.row(ofDot: y(of: $0)) } ?? 0
    guard row == height - 1 else { return line }
    let size = highWords.count
    let start = max(0, min(column(of: highest) - size / 2, columns - size))
    return line.prefix(start) + highWords + line.dropFirst(start + size)
  }

  private var highWords: String {
    series.highest.map { "high, \($0.name(in: text)): \($0.figure(in: text))" } ?? ""
  }

  /// Under the first, the last and the lowest point; in words where there is no room.
  private var labelLines: [String] {
    var strip = LabelStrip(width: columns)
    var others = highWords.count <= columns ? [] : [highWords]
    for entry in series.named {
      let isLowest = entry.period == series.lowest?.period
      let name = (isLowest ? "low, " : "") + entry.name(in: text)
      let figure = entry.figure(in: text)
      if !strip.place(name, figure, at: column(of: entry)) { others.append("\(name): \(figure)") }
    }
    let margin = spaces(scale.labelWidth + 2)
    return strip.lines.map { margin + $0 }
      + others.map { $0.count <= columns ? margin + $0 : $0 }
  }
}
