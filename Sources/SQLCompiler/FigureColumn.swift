import Catalog
import Planner
import QueryLanguage

/// A figure as a column of the sums, with the columns that say how exact it is.
struct FigureColumn {
  /// Index into the question's figures.
  let index: Int
  let measure: Measure
  /// The name of the column, unique among the figures of the question.
  let name: String
  /// Whether it is a mean of several periods, weighted by their days.
  let isWeighted: Bool
  let hasWithheld: Bool
  let hasEmpty: Bool
  let hasHedges: Bool
  /// Whether a row may add up periods of which only some list its value separately.
  let countsPeriods: Bool
  private let holdings: [Holding]

  init(_ index: Int, of plan: QueryPlan, in frame: Frame) {
    let figure = frame.figures[index]
    self.index = index
    measure = figure.figure.measure
    let earlier = plan.query.figures[..<index].count { $0.measure == figure.figure.measure }
    name = earlier == 0 ? measure.key : "\(measure.key) \(earlier + 1)"
    isWeighted = measure.kind == .average && figure.joinsPeriods
    let holdings = figure.segments.map(\.candidate.holding)
    hasWithheld = holdings.contains { $0.withheld > 0 }
    hasEmpty = holdings.contains { $0.unpublished > 0 || $0.withheld > 0 }
    hasHedges = holdings.contains { $0.hedged > 0 }
    countsPeriods = plan.mayLackPeriods(index, in: frame)
    self.holdings = holdings
  }

  /// A figure without companions.
  init(sideSumOf measure: Measure) {
    index = 0
    self.measure = measure
    name = measure.key
    isWeighted = false
    hasWithheld = false
    hasEmpty = false
    hasHedges = false
    countsPeriods = false
    holdings = []
  }

  /// Figures are stored multiplied by this. Means are divided by it together with their days.
  var scale: Int { isWeighted ? 1 : measure.scale }

  var withheldName: String { "\(name) withheld" }
  var emptyName: String { "\(name) empty" }
  var hedgeName: String { "\(name) hedge" }
  var periodsName: String { "\(name) periods" }
  var namingName: String { "\(name) tables" }
  var untoldName: String { "\(name) untold" }

  /// The figure and its companions, as named in the sums.
  var names: [String] { [name] + companionNames }

  var companionNames: [String] { companions.map(\.name) }

  /// The columns beside the figure, with what they mean.
  var companions: [(name: String, meaning: SQLStatement.ResultColumn)] {
    var companions: [(name: String, meaning: SQLStatement.ResultColumn)] = []
    if hasWithheld { companions.append((withheldName, .withheld(index))) }
    if hasEmpty { companions.append((emptyName, .empty(index))) }
    if countsPeriods { companions.append((periodsName, .periods(index))) }
    if hasHedges { companions.append((hedgeName, .hedge(index))) }
    return companions
  }

  /// The bit of `withheld` that belongs to the measure in a dataset.
  func position(in dataset: Int) -> Int {
    holdings.first { $0.dataset.id == dataset }?.position ?? 0
  }

  /// Adds up the figure and its companions over several rows.
  var combined: [SQLFragment] {
    names.map { "\(combining(name: $0, "\(name: $0)")) AS \(name: $0)" }
  }

  /// Adds up a column of several rows: of hedges, the strongest one.
  func combining(name own: String, _ column: SQLFragment) -> SQLFragment {
    own == hedgeName ? "max(\(column))" : "sum(\(column))"
  }
}
