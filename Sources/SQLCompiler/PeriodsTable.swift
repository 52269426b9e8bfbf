import Catalog
import Planner
import QueryLanguage

/// The rows in time, written out: for periods that may have no row, and for what is true of a
/// period whatever its facts are.
struct PeriodsTable {
  let name: String
  private let frame: Frame
  private let pieces: [RowPeriod]
  private let keys: [String]
  private let columns: [PeriodColumn]

  /// A column beside the keys: one number, or `NULL`, for each period.
  struct PeriodColumn {
    let name: String
    let values: [SQLFragment]
  }

  /// `pieces` are those of the frame, or of one of its folds.
  init(
    _ name: String,
    _ frame: Frame,
    pieces: [RowPeriod]? = nil,
    keys: [String],
    columns: [PeriodColumn]
  ) {
    self.name = name
    self.frame = frame
    self.pieces = pieces ?? frame.pieces
    self.keys = keys
    self.columns = columns
  }

  var columnNames: [String] { columns.map(\.name) }

  func has(_ column: String) -> Bool { columns.contains { $0.name == column } }

  var definition: SQLFragment {
    let names = (keys + columns.map(\.name)).map { "\(name: $0)" as SQLFragment }
    let rows = pieces.indices.map { piece -> SQLFragment in
      let codes = pieces[piece].codes.map { "\($0)" as SQLFragment }
      return "(\((codes + columns.map { $0.values[piece] }).joined(separator: ", ")))"
    }
    return """
      \(name: name) (\(names.joined(separator: ", "))) AS (
        VALUES \(rows.joined(separator: ", "))
      )
      """
  }
}

extension PeriodsTable.PeriodColumn {
  /// The place of each period in the answer, from 0.
  static func place(_ frame: Frame) -> Self {
    Self(name: "place", values: frame.pieces.indices.map { "\($0)" })
  }

  /// Whether a period is a row of the answer, and not only read for windows over later ones.
  static func isAsked(_ frame: Frame) -> Self {
    Self(name: "asked", values: frame.pieces.map { $0.isContext ? "0" : "1" })
  }

  /// The value of a combination without a row; `nil` where it is always missing.
  static func absent(_ figure: FigureColumn, _ own: FigurePlan) -> Self? {
    let zero = own.rows.map { row in
      !row.sources.isEmpty
        && row.sources.allSatisfy { own.segments[$0].candidate.dataset.absent == .zero }
    }
    guard zero.contains(true) else { return nil }
    return Self(name: figure.absentName, values: zero.map { $0 ? "0" : "NULL" })
  }

  /// The number of days that a mean covers.
  static func days(_ figure: FigureColumn, _ own: FigurePlan) -> Self? {
    guard figure.isWeighted else { return nil }
    return Self(name: figure.daysName, values: own.rows.map { "\(max(1, $0.held.dayCount))" })
  }

  /// 0 for periods in which the measure could not exist; `nil` where it always could.
  static func impossible(_ figure: FigureColumn, _ own: FigurePlan) -> Self? {
    guard own.rows.contains(where: \.isImpossible) else { return nil }
    return Self(
      name: figure.impossibleName,
      values: own.rows.map { $0.isImpossible ? "0" : "NULL" }
    )
  }

  /// How many periods a row of a figure should add up.
  static func expected(_ figure: FigureColumn, _ own: FigurePlan) -> Self? {
    guard figure.countsPeriods else { return nil }
    return Self(
      name: figure.expectedName,
      values: own.rows.indices.map { "\(own.untoldPeriodCount($0))" }
    )
  }
}

extension FigureColumn {
  var absentName: String { "\(name) absent" }
  var daysName: String { "\(name) days" }
  var impossibleName: String { "\(name) impossible" }
  var expectedName: String { "\(name) expected" }
}
