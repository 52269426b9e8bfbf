import Planner
import QueryLanguage

/// What the columns beside the figures say about one row.
struct FigureMarks {
  var withheld: [Int]
  var empty: [Int]
  var hedge: [Int]
  /// For each figure, whether a table that it is put together from never names a value of the row.
  var untold: [Bool]
  /// Periods added up; -1 where they are not counted.
  var periods: [Int]
  /// For each output, whether it is made of a bound.
  var bound: [Bool]
  /// For each output, whether what it is compared with was stated with "about".
  var about: [Bool]
  /// For each output, whether it was divided by zero.
  var zero: [Bool]

  init(_ plan: QueryPlan) {
    withheld = Array(repeating: 0, count: plan.figures.count)
    empty = withheld
    hedge = withheld
    untold = Array(repeating: false, count: plan.figures.count)
    periods = Array(repeating: -1, count: plan.figures.count)
    bound = Array(repeating: false, count: plan.query.outputs.count)
    about = bound
    zero = bound
  }
}
