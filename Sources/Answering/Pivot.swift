import Catalog
package import Planner
import QueryLanguage
package import Results

/// Turns rows to columns: `across component` gives each component a column.
package struct Pivot {
  private let source: AnswerHead
  private let keyCount: Int
  private let limit: Int?
  /// The values that become columns, in the order in which they come.
  private var values: [Cell] = []
  private var columns: [Cell: Int] = [:]
  private var groups: [Group] = []
  private var places: [[Cell]: Int] = [:]

  /// The rows that become one.
  private struct Group {
    let keys: [Cell]
    var cells: [(value: Int, figures: [Cell])]
    var isPartial: Bool
    var isSummary: Bool
    var isPresent: Bool
  }

  package init(_ plan: QueryPlan) {
    source = AnswerHead(for: plan)
    keyCount = plan.query.keys.count - 1
    limit = plan.query.limit
    // Columns of time are all there, whatever rows come.
    if plan.query.keys.last?.isTime == true {
      for value in Self.periods(plan) { _ = column(of: value) }
    }
  }

  private static func periods(_ plan: QueryPlan) -> [Cell] {
    guard let key = plan.query.keys.last else { return [] }
    var cells: [Cell] = []
    for piece in plan.pieces where !piece.isContext {
      let cell: Cell? =
        switch key {
        case .time(let unit): piece.periods.first { $0.unit == unit }.map { .period($0) }
        case .administration: piece.administration.map { .text($0.name) }
        case .source, .dimension: nil
        }
      if let cell, !cells.contains(cell) { cells.append(cell) }
    }
    return cells
  }

  package mutating func add(_ row: AnswerRow) {
    let keys = Array(row.cells.prefix(keyCount))
    let figures = Array(row.cells.dropFirst(keyCount + 1))
    let cell = (value: column(of: row.cells[keyCount]), figures: figures)
    if let index = places[keys] {
      groups[index].cells.append(cell)
      groups[index].isPartial = groups[index].isPartial || row.isPartial
      groups[index].isPresent = groups[index].isPresent || row.isPresent
    } else {
      places[keys] = groups.count
      groups.append(
        Group(
          keys: keys,
          cells: [cell],
          isPartial: row.isPartial,
          isSummary: row.isSummary && keyCount == 0,
          isPresent: row.isPresent
        )
      )
    }
  }

  private mutating func column(of value: Cell) -> Int {
    if let known = columns[value] { return known }
    columns[value] = values.count
    values.append(value)
    return values.count - 1
  }

  // MARK: The turned answer

  package var head: AnswerHead {
    let keys = source.columns.prefix(keyCount)
    let figures = source.columns.dropFirst(keyCount + 1)
    let turned = values.flatMap { value in
      figures.map { figure in
        let isOnly = figures.count == 1
        return AnswerColumn(
          key: isOnly ? value.name : "\(figure.key) \(value.name)",
          label: isOnly ? value.name : "\(value.name) \(figure.label)",
          kind: figure.kind,
          isDerived: figure.isDerived
        )
      }
    }
    return AnswerHead(columns: keys + turned)
  }

  package var rows: [AnswerRow] {
    let figureCount = source.columns.count - keyCount - 1
    let shown = groups.filter(\.isPresent)
    return shown.prefix(limit ?? shown.count).map { group in
      var cells = Array(repeating: Cell.missing(.notHeld), count: values.count * figureCount)
      for (value, figures) in group.cells {
        for (index, figure) in figures.enumerated() { cells[value * figureCount + index] = figure }
      }
      return AnswerRow(
        cells: group.keys + cells,
        isPartial: group.isPartial,
        isSummary: group.isSummary
      )
    }
  }
}

extension Cell {
  /// As a column is called.
  fileprivate var name: String {
    switch self {
    case .period(let period): period.label
    case .text(let text): text
    case .number, .missing, .sources: ""
    }
  }
}
