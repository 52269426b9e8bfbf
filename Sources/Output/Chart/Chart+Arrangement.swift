import Catalog
import Results

extension Chart {
  init(columns: ChartColumns, rows: [AnswerRow]) {
    let roles = ChartRoles(columns, rows: rows)
    guard let row = roles.row else {
      self.init(listing: columns, of: rows)
      return
    }
    self.init(labels: row.column)
    names = columns.scaleNames
    let arrangement = Arrangement(columns: columns, roles: roles, row: row)
    blocks = rows.groups { row in roles.groups.map { row.cells[$0.index].name } }
      .map { arrangement.block(of: $0) }
    if let only = columns.figures.first, roles.panel != nil || arrangement.titlesBlocks {
      title = only.label
    }
  }

  /// An answer of one row and no key: a row for each column, a block for each unit.
  private init(listing columns: ChartColumns, of rows: [AnswerRow]) {
    self.init(labels: AnswerColumn(key: "", label: "", kind: .dimension))
    names = columns.scaleNames
    for row in rows {
      for figures in columns.figures.groups({ $0.scale }) {
        let points = figures.map {
          ChartPoint(
            cell: row.cells[$0.index],
            isPartial: row.isPartial(at: $0.index) || $0.isPartial,
            share: $0.share.map { row.cells[$0] }
          )
        }
        let labels = figures.map {
          ChartLabel(cell: .text($0.label), isMarked: row.isPartial(at: $0.index) || $0.isPartial)
        }
        let panel = ChartPanel(heading: ChartHeading(""), scale: figures[0].scale, points: points)
        blocks.append(ChartBlock(labels: labels, panels: [panel]))
      }
    }
  }
}

/// Makes a block of rows that share the keys of their group.
private struct Arrangement {
  let columns: ChartColumns
  let roles: ChartRoles
  let row: ChartColumns.Key

  /// Whether the headings of blocks leave no need to name the one column in each.
  var titlesBlocks: Bool { !roles.groups.isEmpty && columns.figures.count == 1 }

  func block(of rows: [AnswerRow]) -> ChartBlock {
    var block = roles.panel.map { pivoted(rows, by: $0) } ?? listed(rows)
    block.heading = ChartHeading(
      roles.groups.compactMap { rows.first?.cells[$0.index].name }.joined(separator: " · "),
      isMarked: roles.groups.contains { $0.index == roles.marked }
        && rows.contains(where: \.isPartial)
    )
    return block
  }

  /// A label for each row, a panel for each column.
  private func listed(_ rows: [AnswerRow]) -> ChartBlock {
    ChartBlock(
      labels: rows.map { label(of: [$0]) },
      panels: columns.figures.map { figure in
        ChartPanel(
          heading: ChartHeading(
            titlesBlocks ? "" : figure.label,
            isMarked: figure.isPartial && !titlesBlocks
          ),
          scale: figure.scale,
          points: rows.map { point(of: $0, at: figure) }
        )
      }
    )
  }

  /// A panel for each value of a key: the same labels in each.
  private func pivoted(_ rows: [AnswerRow], by panel: ChartColumns.Key) -> ChartBlock {
    let lines = rows.groups { $0.cells[row.index].name }.inTime(of: row)
    let panels = rows.groups { $0.cells[panel.index].name }.inTime(of: panel)
    let isMarked = panel.index == roles.marked
    return ChartBlock(
      labels: lines.map { label(of: $0) },
      panels: panels.map { members in
        let byLabel = Dictionary(grouping: members) { $0.cells[row.index].name }
        return ChartPanel(
          heading: ChartHeading(
            members[0].cells[panel.index].name,
            isMarked: isMarked && members.contains(where: \.isPartial)
          ),
          points: lines.map { line in
            byLabel[line[0].cells[row.index].name]?.first.map {
              point(of: $0, at: columns.figures[0])
            } ?? .none
          }
        )
      }
    )
  }

  /// The label of rows that share one line.
  private func label(of rows: [AnswerRow]) -> ChartLabel {
    ChartLabel(
      cell: rows[0].cells[row.index],
      isMarked: row.index == roles.marked && rows.allSatisfy(\.isPartial)
    )
  }

  private func point(of row: AnswerRow, at figure: ChartColumns.Figure) -> ChartPoint {
    ChartPoint(
      cell: row.cells[figure.index],
      isPartial: row.isPartial(at: figure.index) || figure.isPartial,
      isTotal: row.isSummary && columns.keys.contains { row.cells[$0.index] == .text("Total") },
      share: figure.share.map { row.cells[$0] }
    )
  }
}

extension [[AnswerRow]] {
  /// The groups from the oldest to the newest, or in the reverse order where they begin so;
  /// unchanged when the key is not of time.
  fileprivate func inTime(of key: ChartColumns.Key) -> Self {
    func code(_ rows: [AnswerRow]) -> Int? {
      switch rows[0].cells[key.index] {
      case .period(let period): period.code
      case .text, .number, .missing, .verdict, .sparkline, .sources, .records: nil
      }
    }
    guard key.column.kind.isTime, count > 1, let first = code(self[0]), let next = code(self[1])
    else { return self }
    let dated = filter { code($0) != nil }.sorted { (code($0) ?? 0) < (code($1) ?? 0) }
    return (first < next ? dated : dated.reversed()) + filter { code($0) == nil }
  }
}

extension Sequence {
  /// The elements of each key together, in the order in which the keys first appear. None is empty.
  fileprivate func groups<Name: Hashable>(_ name: (Element) -> Name) -> [[Element]] {
    var places: [Name: Int] = [:]
    var groups: [[Element]] = []
    for element in self {
      let name = name(element)
      if let place = places[name] {
        groups[place].append(element)
      } else {
        places[name] = groups.count
        groups.append([element])
      }
    }
    return groups
  }
}
