import Catalog

/// One field of lines with its axes.
struct LineField {
  let panels: [ChartPanel]
  let series: [LineSeries]
  private let labels: [ChartLabel]
  private let scale: LineScale
  let isSmall: Bool
  let text: ScreenText
  /// The corners of the field, inside its labels.
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  private let days: ClosedRange<Int>

  init(
    _ panels: [ChartPanel],
    labels: [ChartLabel],
    scale: LineScale,
    origin: (x: Double, y: Double),
    size: (width: Double, height: Double),
    isSmall: Bool,
    text: ScreenText
  ) {
    self.panels = panels
    self.labels = labels
    self.scale = scale
    self.isSmall = isSmall
    self.text = text
    series = panels.map { LineSeries($0.points, labels: labels) }
    let tick = scale.ticks.map { GraphicStyle.small.width(of: scale.label($0)) }.max() ?? 0
    left = origin.x + tick + 8
    let ends = zip(panels, series).flatMap { panel, series in
      Self.endLines(panel, series, isNamed: panels.count > 1, isSmall: isSmall, text)
    }
    let room = ends.map { GraphicStyle.bold.width(of: $0) }.max() ?? 0
    right = origin.x + size.width - min(Self.mostEndWidth(isSmall), room) - 14
    top = origin.y
    bottom = origin.y + size.height
    let numbers = labels.compactMap { $0.period?.days.first.number }
    let first = numbers.min() ?? 0
    days = first...max(first + 1, numbers.max() ?? first)
  }

  func write(into body: inout Markup) {
    writeTicks(into: &body)
    writeDates(into: &body)
    for index in panels.indices { writeLine(index, into: &body) }
    writeEnds(into: &body)
  }

  // MARK: Axes

  func x(_ period: Period) -> Double {
    let share =
      Double(period.days.first.number - days.lowerBound)
      / Double(days.upperBound - days.lowerBound)
    return left + share * (right - left)
  }

  func y(_ value: Double) -> Double { top + scale.depth(of: value) * (bottom - top) }

  private func writeTicks(into body: inout Markup) {
    for tick in scale.ticks {
      let place = pixels(y(tick))
      body.element(
        "line",
        [
          ("class", tick == 0 ? "axis" : "grid"), ("x1", pixels(left)), ("x2", pixels(right)),
          ("y1", place), ("y2", place),
        ]
      )
      body.element(
        "text",
        [
          ("class", "small soft"), ("text-anchor", "end"), ("x", pixels(left - 6)),
          ("y", pixels(y(tick) + 4)),
        ],
        scale.label(tick)
      )
    }
  }

  private func writeDates(into body: inout Markup) {
    var free = -Double.infinity
    for mark in DateMarks(labels, width: right - left).marks {
      let place = min(x(mark.period), right)
      let half = GraphicStyle.small.width(of: mark.words) / 2
      guard place - half >= free else { continue }
      free = place + half + 6
      body.element(
        "text",
        [
          ("class", "small soft"), ("text-anchor", "middle"), ("x", pixels(place)),
          ("y", pixels(bottom + 17)),
        ],
        text.safe(mark.words)
      )
    }
  }

  // MARK: Lines

  /// Breaks where a period has no figure; dashed where it runs to a partial one.
  private func writeLine(_ index: Int, into body: inout Markup) {
    var last: (period: Period, x: Double, y: Double)?
    var path = ""
    var dashed = ""
    for entry in series[index].entries {
      guard let value = entry.point.drawnValue else {
        last = nil
        continue
      }
      let place = (x: x(entry.period), y: y(value))
      let point = "\(pixels(place.x)) \(pixels(place.y))"
      if let last, entry.period.unit == .day || last.period.next == entry.period {
        if entry.point.isPartial {
          dashed += "M\(pixels(last.x)) \(pixels(last.y))L\(point)"
          path += "M\(point)"
        } else {
          path += "L\(point)"
        }
      } else {
        path += "M\(point)"
      }
      last = (entry.period, place.x, place.y)
    }
    body.element("path", [("class", "line s\(index)"), ("d", path)])
    if !dashed.isEmpty {
      body.element("path", [("class", "line partial s\(index)"), ("d", dashed)])
    }
    for entry in series[index].entries { write(entry, index, into: &body) }
  }

  /// Every point has a title for the pointer; only those of partial periods are visible, as hollow
  /// circles.
  private func write(_ entry: LineSeries.Entry, _ index: Int, into body: inout Markup) {
    guard let value = entry.point.drawnValue else { return }
    let style = entry.point.isPartial ? "hollow s\(index)" : "f\(index) point"
    let radius = entry.point.isPartial ? 3.5 : series[index].entries.count > 60 ? 1.6 : 2.6
    body.open(
      "circle",
      [
        ("class", style), ("stroke-width", entry.point.isPartial ? "2" : "0"),
        ("cx", pixels(x(entry.period))), ("cy", pixels(y(value))), ("r", pixels(radius)),
      ]
    )
    let name = panels[index].heading.words
    let words =
      (name.isEmpty ? "" : name + ", ") + entry.period.label + ": " + entry.figure(in: text)
    body.element("title", [], text.safe(words) + (entry.point.isPartial ? " (partial)" : ""))
    body.close("circle")
  }
}
