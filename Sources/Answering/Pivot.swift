import Catalog
package import Planner
import QueryLanguage
package import Results

/// Turns rows to columns: `across component` gives each component a column.
package struct Pivot {
  private let plan: QueryPlan
  private let source: AnswerHead
  private let keyCount: Int
  /// The values that become columns, each with its place among them.
  private var values: [(cell: Cell, place: Int)] = []
  private var columns: [Cell: Int] = [:]
  /// Whether columns are periods, and so partial themselves.
  private let isTime: Bool
  private var partial: Set<Int> = []
  private var groups: [Group] = []
  private var places: [[Cell]: Int] = [:]

  /// The rows that become one.
  private struct Group {
    let keys: [Cell]
    var cells: [(value: Int, figures: [Cell])]
    var isPartial: Bool
    var isSummary: Bool
  }

  package init(_ plan: QueryPlan) {
    self.plan = plan
    source = AnswerHead(for: plan)
    keyCount = plan.query.keys.count - 1
    isTime = plan.query.keys.last?.isTime ?? false
    // Columns of time are all there, whatever rows come.
    guard let key = plan.query.keys.last, key.isTime else { return }
    for piece in plan.pieces where !piece.isContext {
      if let cell = piece.cell(of: key) { _ = column(of: cell, place: values.count) }
    }
  }

  package mutating func add(_ row: AnswerRow) {
    let keys = Array(row.cells.prefix(keyCount))
    let cell = (
      value: column(of: row.cells[keyCount], place: row.column),
      figures: Array(row.cells.dropFirst(keyCount + 1))
    )
    if row.isPartial, isTime { partial.insert(cell.value) }
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
      return figures.map { figure in
        var column = AnswerColumn(
          key: isOnly ? name : "\(figure.key) \(name)",
          label: isOnly ? name : "\(name) \(figure.label)",
          kind: figure.kind,
          isDerived: figure.isDerived
        )
        column.isPartial = partial.contains(value)
        return column
      }
    }
    return AnswerHead(columns: keys + turned)
  }

  package var rows: [AnswerRow] {
    let fill = AbsentCells(plan)
    let order = order
    return groups.prefix(plan.query.limit ?? groups.count).map { group in
      var cells: [Int: [Cell]] = [:]
      for (value, figures) in group.cells { cells[value] = figures }
      let turned = order.flatMap { value in
        cells[value] ?? fill.cells(keys: group.keys, value: values[value].cell)
      }
      return AnswerRow(
        cells: group.keys + turned,
        isPartial: group.isPartial,
        isSummary: group.isSummary
      )
    }
  }
}

extension Piece {
  /// What a key of time says of it.
  func cell(of key: ResolvedQuery.Key) -> Cell? {
    switch key {
    case .time(let unit): periods.first { $0.unit == unit }.map { .period($0) }
    case .administration: administration.map { .text($0.name) }
    case .source, .dimension: nil
    }
  }
}

extension Cell {
  /// As a column is called.
  fileprivate var name: String {
    switch self {
    case .period(let period): period.label
    case .text(let text): text
    case .number, .missing, .verdict, .sources, .records: ""
    }
  }
}
