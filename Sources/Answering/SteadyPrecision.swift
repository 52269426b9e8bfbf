import Catalog
import Planner
import QueryLanguage
import Results
import SQLCompiler

/// How exact the outputs of each piece are, where only the piece decides that: then it is computed
/// once per piece and not once per row.
struct SteadyPrecision {
  private let isSteady: [Bool]
  /// By piece, then by output.
  private var known: [[Precision?]]
  /// By piece, the number of outputs whose precision is not known in advance.
  private var open: [Int]

  init(_ plan: QueryPlan, _ statement: SQLStatement) {
    let isPlain =
      !plan.query.keys.contains(.source)
      && statement.columns.allSatisfy { column in
        switch column {
        case .key, .output: true
        case .withheld, .empty, .periods, .untold, .hedge, .bound, .about, .zero, .summary, .column:
          false
        }
      }
    isSteady = plan.query.outputs.map { isPlain && $0.content == .value && $0.column != nil }
    known = plan.pieces.map { _ in [] }
    open = plan.pieces.map { _ in plan.query.outputs.count }
  }

  func known(_ output: Int, _ piece: Int?) -> Precision? {
    guard let piece, !known[piece].isEmpty else { return nil }
    return known[piece][output]
  }

  /// Whether it is known for all outputs.
  func knowsAll(_ piece: Int) -> Bool { open[piece] == 0 }

  mutating func note(_ precision: Precision, of output: Int, _ piece: Int?) {
    guard isSteady[output], let piece else { return }
    if known[piece].isEmpty { known[piece] = isSteady.map { _ in nil } }
    if known[piece][output] == nil { open[piece] -= 1 }
    known[piece][output] = precision
  }
}
