import Catalog
import Planner
import QueryLanguage

/// The rows in time, written out: for periods that may have no row of their own, and what a missing
/// row means there.
struct PeriodsTable {
  static let name = "periods"

  private let plan: QueryPlan
  private let figures: [FigureColumn]
  private let units: [TimeUnit]

  /// `nil` when every row is sure to be among the sums and nothing has to be filled in.
  init?(_ plan: QueryPlan, _ figures: [FigureColumn], hasSeveralParts: Bool) {
    self.plan = plan
    self.figures = figures
    units = plan.query.keys.compactMap(\.timeUnit)
    let isTimeAlone = !units.isEmpty && units.count == plan.query.keys.count
    let mayLackRows = plan.figures.contains { figure in
      figure.held.contains { $0.isEmpty }
        || figure.segments.contains { $0.candidate.condition != nil }
    }
    let isFilled = figures.contains { Self.isZeroWhenAbsent($0.index, plan).contains(true) }
    let needsSpine = isTimeAlone && (mayLackRows || hasSeveralParts)
    let needsZeros = isFilled && (hasSeveralParts || (plan.query.keys.isEmpty && mayLackRows))
    guard needsSpine || needsZeros || figures.contains(where: \.isWeighted) else { return nil }
  }

  /// For each piece, whether a combination without a row is zero.
  private static func isZeroWhenAbsent(_ figure: Int, _ plan: QueryPlan) -> [Bool] {
    let own = plan.figures[figure]
    return own.sources.map { sources in
      !sources.isEmpty
        && sources.allSatisfy { own.segments[$0].candidate.dataset.absent == .zero }
    }
  }

  /// The columns beside the keys.
  var columns: [String] {
    figures.flatMap { [absentName($0)] + ($0.isWeighted ? [daysName($0)] : []) }
  }

  func absentName(_ figure: FigureColumn) -> String { "\(figure.name) absent" }
  func daysName(_ figure: FigureColumn) -> String { "\(figure.name) days" }

  var definition: SQLFragment {
    let names = units.map { "\(name: $0.keyword)" as SQLFragment } + columns.map { "\(name: $0)" }
    let rows = plan.pieces.indices.map {
      "(\(values(of: $0).joined(separator: ", ")))" as SQLFragment
    }
    return """
      \(name: Self.name) (\(names.joined(separator: ", "))) AS (
        VALUES \(rows.joined(separator: ", "))
      )
      """
  }

  private func values(of piece: Int) -> [SQLFragment] {
    var values = plan.pieces[piece].periods.map { "\($0.code)" as SQLFragment }
    for figure in figures {
      values.append(Self.isZeroWhenAbsent(figure.index, plan)[piece] ? "0" : "NULL")
      if figure.isWeighted { values.append("\(plan.figures[figure.index].held[piece].dayCount)") }
    }
    return values
  }
}
