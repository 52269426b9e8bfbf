import Catalog

/// The names and last figures beside the ends of lines.
extension LineField {
  static func mostEndWidth(_ isSmall: Bool) -> Double { isSmall ? 110 : 190 }
  private static let leading = 14.0

  /// The last figure of a series: after its name where there are other series, or below the name
  /// where both do not fit on one line.
  static func endLines(
    _ panel: ChartPanel,
    _ series: LineSeries,
    isNamed: Bool,
    isSmall: Bool,
    _ text: ScreenText
  ) -> [String] {
    guard let last = series.entries.last(where: { $0.point.value != nil }) else { return [] }
    let figure = last.point.label(in: text) + (last.point.isPartial ? " (partial)" : "")
    let name = isNamed ? text.safe(panel.heading.words) : ""
    let both = name.isEmpty ? figure : name + " " + figure
    let room = mostEndWidth(isSmall)
    guard GraphicStyle.bold.width(of: both) > room else { return [both] }
    return [name, figure].flatMap { GraphicStyle.bold.lines(of: $0, width: room) }
  }

  /// Labels beside the last points, without overlap; for a single line also at its highest point.
  func writeEnds(into body: inout Markup) {
    var ends: [(index: Int, lines: [String], point: (x: Double, y: Double))] = []
    for index in panels.indices {
      guard let last = series[index].entries.last(where: { $0.point.drawnValue != nil }),
        let value = last.point.drawnValue
      else { continue }
      let lines = Self.endLines(
        panels[index],
        series[index],
        isNamed: panels.count > 1,
        isSmall: isSmall,
        text
      )
      ends.append((index, lines, (x(last.period), y(value))))
    }
    ends.sort { $0.point.y < $1.point.y }
    let places = LabelPlaces(
      wanted: ends.map(\.point.y),
      heights: ends.map { Double($0.lines.count) * Self.leading },
      in: (top - Self.leading)...(bottom + Self.leading)
    )
    for (end, place) in zip(ends, places.tops) {
      if abs(place - end.point.y) > Self.leading / 2 {
        writeLeader(of: end.index, from: end.point, to: place, into: &body)
      }
      for (line, words) in end.lines.enumerated() {
        body.element(
          "text",
          [
            ("class", panels.count > 1 ? "end f\(end.index)" : "small ink"),
            ("x", pixels(right + 12)), ("y", pixels(place + 4 + Double(line) * Self.leading)),
          ],
          GraphicStyle.bold.cut(words, width: Self.mostEndWidth(isSmall))
        )
      }
    }
    if panels.count == 1 { writeHighest(into: &body) }
  }

  /// A line from the last point to a label that is higher or lower.
  private func writeLeader(
    of index: Int,
    from point: (x: Double, y: Double),
    to place: Double,
    into body: inout Markup
  ) {
    body.element(
      "line",
      [
        ("class", "leader s\(index)"), ("x1", pixels(point.x + 4)), ("y1", pixels(point.y)),
        ("x2", pixels(right + 10)), ("y2", pixels(place)),
      ]
    )
  }

  private func writeHighest(into body: inout Markup) {
    guard let highest = series[0].highest, let value = highest.point.drawnValue,
      highest.period != series[0].entries.last(where: { $0.point.value != nil })?.period
    else { return }
    let words =
      (isSmall ? "" : "\(highest.period.label): ") + highest.point.label(in: text)
    let half = GraphicStyle.small.width(of: words) / 2
    let place = min(max(x(highest.period), left + half), right - half)
    body.element(
      "text",
      [
        ("class", "small ink"), ("text-anchor", "middle"), ("x", pixels(place)),
        ("y", pixels(y(value) - 8)),
      ],
      words
    )
  }
}
