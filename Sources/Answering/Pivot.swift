package import Catalog
package import Planner
import QueryLanguage
package import Results

/// Turns rows into columns: `across component` gives each component a column.
package struct Pivot {
  private let plan: QueryPlan
  private let catalog: any CatalogReader
  private let source: AnswerHead
  private let keyCount: Int
  /// The values that become columns, each with its place among them.
  private var values: [(cell: Cell, place: Int)] = []
  private var columns: [Cell: Int] = [:]
  /// Whether columns are periods, and so partial themselves.
  private let isTime: Bool
  /// For each value that is a period, its piece of the plan.
  private var pieces: [Int: Int] = [:]
  /// The columns of figures that each row shows as a small drawing, counted from after the keys.
  private let drawn: [Int]
  private var groups: [Group] = []
  private var places: [[Cell]: Int] = [:]

  /// The rows that become one row.
  private struct Group {
    let keys: [Cell]
    var cells: [(value: Int, figures: [Cell])]
    var isPartial: Bool
    var isSummary: Bool
  }

  /// With `isDrawn`, small drawings are shown where the question requests them.
  package init(_ plan: QueryPlan, isDrawn: Bool, _ catalog: any CatalogReader) {
    self.plan = plan
    self.catalog = catalog
    let outputs = plan.query.outputs
    drawn =
      isDrawn && plan.query.extras.spark != nil
      ? outputs.indices.filter { outputs[$0].content == .value } : []
    source = AnswerHead(for: plan)
    keyCount = plan.query.keys.count - 1
    isTime = plan.query.keys.last?.isTime ?? false
    // All columns of time are there, whatever the rows.
    guard let key = plan.query.keys.last, key.isTime else { return }
    for (index, piece) in plan.pieces.enumerated() where !piece.isContext {
      if let cell = piece.cell(of: key) { pieces[column(of: cell, place: values.count)] = index }
    }
  }

  /// Adds a row of the answer, as the plan's statement gives it.
  package mutating func add(_ row: AnswerRow) {
    let keys = Array(row.cells.prefix(keyCount))
    let cell = (
      value: column(of: row.cells[keyCount], place: row.column),
      figures: Array(row.cells.dropFirst(keyCount + 1))
    )
    let isPartial = row.isPartial && !isTime
    if let index = places[keys] {
      groups[index].cells.append(cell)
      groups[index].isPartial = groups[index].isPartial || isPartial
    } else {
      places[keys] = groups.count
      groups.append(
        Group(
          keys: keys,
          cells: [cell],
          isPartial: isPartial,
          isSummary: row.isSummary && keyCount == 0
        )
      )
    }
  }

  private mutating func column(of value: Cell, place: Int) -> Int {
    if let known = columns[value] { return known }
    columns[value] = values.count
    values.append((value, place))
    return values.count - 1
  }

  // MARK: The turned answer

  /// The columns in their order, as indices into the values.
  private var order: [Int] {
    values.indices.sorted { (values[$0].place, $0) < (values[$1].place, $1) }
  }

  package var head: AnswerHead {
    let keys = source.columns.prefix(keyCount)
    let figures = source.columns.dropFirst(keyCount + 1)
    let isOnly = figures.count == 1
    let turned = order.flatMap { value in
      let name = values[value].cell.name
      return zip(plan.query.outputs, figures).map { output, figure in
        var column = AnswerColumn(
          key: isOnly ? name : "\(figure.key) \(name)",
          label: isOnly ? name : "\(name) \(figure.label)",
          kind: figure.kind,
          isDerived: figure.isDerived
        )
        column.isPartial = isPartial(output, at: value)
        return column
      }
    }
    let sparks = drawn.map { index in
      let name = drawn.count == 1 ? "spark" : "\(figures[figures.startIndex + index].label) spark"
      return AnswerColumn(key: name, label: name, kind: .sparkline, isDerived: true)
    }
    // Where a screen is narrow, the last columns are left out first.
    return AnswerHead(columns: keys + sparks + turned)
  }

  /// Whether the figures of an output cover less than the period that a column is about.
  private func isPartial(_ output: ResolvedQuery.Output, at value: Int) -> Bool {
    guard let piece = pieces[value], let column = output.column else { return false }
    return plan.query.figures(in: plan.query.columns[column].value)
      .contains { plan.figures[$0].isPartial(piece, plan.pieces[piece]) }
  }

  /// Why cells of the turned rows are missing that came from no row.
  package var absences: [Absence] {
    var found: [Absence] = []
    for row in rows {
      for case .missing(let absence) in row.cells where !found.contains(absence) {
        found.append(absence)
      }
    }
    return found
  }

  package var rows: [AnswerRow] {
    let fill = AbsentCells(plan, catalog)
    let order = order
    let shown = plan.query.shownRows(at: .turning)?.clamped(to: groups.indices)
    return groups[shown ?? groups.indices].map { group in
      var cells: [Int: [Cell]] = [:]
      for (value, figures) in group.cells { cells[value] = figures }
      let turned = order.map { value in
        cells[value] ?? fill.cells(keys: group.keys, value: values[value].cell)
      }
      let sparks = drawn.map { index in
        let output = plan.query.outputs[index]
        return Cell.sparkline(
          zip(order, turned).map { value, figures in
            let point = SparkPoint(figures[index])
            return point != .missing && isPartial(output, at: value) ? .partial : point
          }
        )
      }
      return AnswerRow(
        cells: group.keys + sparks + turned.joined(),
        isPartial: group.isPartial,
        isSummary: group.isSummary
      )
    }
  }
}

extension RowPeriod {
  /// The cell of a key of time for a piece.
  func cell(of key: ResolvedQuery.Key) -> Cell? {
    switch key {
    case .time(let unit): periods.first { $0.unit == unit }.map { .period($0) }
    case .administration: administration.map { .text($0.name) }
    case .source, .dimension: nil
    }
  }
}

extension SparkPoint {
  /// The summary of a figure, or of no figure.
  fileprivate init(_ cell: Cell) {
    switch cell {
    case .number(.integer(let number), _): self = .figure(Double(number))
    case .number(.real(let number), _): self = .figure(number)
    case .period, .text, .missing, .verdict, .sparkline, .sources, .records: self = .missing
    }
  }
}

extension Cell {
  /// The name of a column.
  fileprivate var name: String {
    switch self {
    case .period(let period): period.label
    case .text(let text): text
    case .number, .missing, .verdict, .sparkline, .sources, .records: ""
    }
  }
}
