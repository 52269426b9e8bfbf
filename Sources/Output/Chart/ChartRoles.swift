import Catalog
import Results

/// What each key of an answer does in a chart: names rows, panels or blocks.
///
/// | keys | rows | panels | blocks |
/// |---|---|---|---|
/// | one | it | | |
/// | time and a dimension | time | dimension | |
/// | the same over few periods | dimension | time | |
/// | two dimensions | the last | | the first |
/// | more | as above | as above | the others |
struct ChartRoles {
  typealias Key = ChartColumns.Key

  private(set) var row: Key?
  private(set) var panel: Key?
  let groups: [Key]
  /// The key beside which partial rows are marked: the first key of time, as in the table;
  /// otherwise the key of the rows.
  let marked: Int?

  /// The most periods that are compared side by side; more are a series.
  private static let fewPeriods = 3

  init(_ columns: ChartColumns, rows: [AnswerRow]) {
    let times = columns.keys.filter(\.column.kind.isTime)
    let dimensions = columns.keys.filter { !$0.column.kind.isTime }
    if let time = times.last, let dimension = dimensions.last {
      let periods = rows.names(of: time).count
      let isSeries = periods > Self.fewPeriods || periods >= rows.names(of: dimension).count
      row = isSeries ? time : dimension
      panel = isSeries ? dimension : time
    } else {
      row = columns.keys.last
    }
    // Several columns are panels already. Rows without a distinguishing name must not share a
    // place.
    if columns.figures.count > 1 || !rows.areTold(apartBy: columns.keys) { panel = nil }
    let taken = [row?.index, panel?.index]
    groups = columns.keys.filter { !taken.contains($0.index) }
    marked = times.first?.index ?? row?.index
  }
}

extension [AnswerRow] {
  /// The distinct values of a key.
  fileprivate func names(of key: ChartColumns.Key) -> Set<String> {
    Set(map { $0.cells[key.index].name })
  }

  fileprivate func areTold(apartBy keys: [ChartColumns.Key]) -> Bool {
    Set(map { row in keys.map { row.cells[$0.index].name } }).count == count
  }
}

extension Cell {
  /// A key as written in a heading: `FY2024`, `Mexico`.
  var name: String {
    switch self {
    case .period(let period): period.label
    case .text(let text): text
    case .number, .missing, .verdict, .sparkline, .sources, .records: ""
    }
  }
}
