/// The widths of a chart of bars: labels, then panels side by side, as many as fit.
struct BarLayout {
  /// A bar should have this much room before a label is cut or a panel is put beside another.
  private static let leastBar = 10
  /// The longest bar; longer ones are not easier to read.
  private static let mostBar = 60
  /// The columns of a heading that are always shown; more only where the bars leave room.
  private static let leastHeading = 20
  /// The width where the output is not a terminal.
  static let defaultWidth = 96
  /// Columns between panels.
  static let gap = 3

  /// The labels of all blocks, one after the other.
  private(set) var labels: TableColumn
  private(set) var panelsInBand = 1
  private(set) var panelWidth = 1

  init(_ chart: Chart, style: OutputStyle) {
    let text = ScreenText(style)
    let names = chart.blocks.flatMap(\.labels)
    labels = TableColumn(
      chart.labels,
      cells: names.map(\.cell),
      hasMarks: names.contains(where: \.isMarked),
      style: style
    )
    let panels = chart.blocks.flatMap(\.panels)
    let figure = panels.flatMap(\.points).map { $0.figure(in: text).displayWidth }.max() ?? 0
    let heading = panels.map { $0.heading.shown(in: text).displayWidth }.max() ?? 0
    let least = max(figure + 1 + Self.leastBar, min(heading, Self.leastHeading))
    let wanted = labels.width + 2 + least
    let room = (style.width ?? max(Self.defaultWidth, wanted + 1)) - 1
    while labels.width > labels.leastWidth, labels.width + 2 + least > room { labels.shrink() }

    let count = max(1, chart.blocks.map(\.panels.count).max() ?? 1)
    let free = room - labels.width - 2
    panelsInBand = Self.evenly(count, inBandsOf: (free + Self.gap) / (least + Self.gap))
    let share = (free + Self.gap) / panelsInBand - Self.gap
    panelWidth = max(1, min(share, figure + 1 + Self.mostBar))
  }

  /// Four panels, of which three would fit in a band, are set two and two.
  static func evenly(_ count: Int, inBandsOf most: Int) -> Int {
    let bands = (count + max(1, most) - 1) / max(1, most)
    return (count + bands - 1) / bands
  }
}
