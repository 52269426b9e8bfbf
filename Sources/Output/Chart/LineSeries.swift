import Catalog

/// The points of a line, each at its period, and those whose figures are printed.
struct LineSeries {
  struct Entry {
    let period: Period
    let point: ChartPoint

    func name(in text: ScreenText) -> String {
      period.label + (point.isPartial ? " " + text.partial : "")
    }

    func figure(in text: ScreenText) -> String { point.figure(in: text) }
  }

  let entries: [Entry]
  let highest: Entry?
  /// Not among partial periods, which are low because they are short, unless there are no others.
  let lowest: Entry?
  /// The first, the last and the lowest entry that hold a figure, each once.
  let named: [Entry]

  init(_ points: [ChartPoint], labels: [ChartLabel]) {
    entries = zip(labels, points).compactMap { label, point in
      label.period.map { Entry(period: $0, point: point) }
    }
    let held = entries.filter { $0.point.value != nil }
    let whole = held.filter { !$0.point.isPartial }
    func isLess(_ a: Entry, _ b: Entry) -> Bool { (a.point.value ?? 0) < (b.point.value ?? 0) }
    highest = held.max(by: isLess)
    lowest = (whole.isEmpty ? held : whole).min(by: isLess)
    named = [held.first, held.last, lowest].compactMap(\.self).reduce(into: []) { named, entry in
      if !named.contains(where: { $0.period == entry.period }) { named.append(entry) }
    }
  }
}
