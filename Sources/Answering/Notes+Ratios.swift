import Catalog
import Planner
import QueryLanguage
import Results

extension Notes {
  /// That a ratio of different things is not a rate of either.
  static func ratios(_ plan: QueryPlan, _ catalog: any CatalogReader) -> [Note] {
    var notes: [Note] = []
    for column in plan.query.columns where column.isShown {
      for (part, whole) in plan.query.sides(of: .divide, in: column.value) {
        let own = plan.query.measures(in: part, of: column)
        let other = plan.query.measures(in: whole, of: column)
        // A ratio to a limit is fine: a flow is measured by its limit.
        guard let first = own.first, let second = other.first,
          !(own + other).contains(where: { $0.kind == .limit }),
          !own.contains(where: { mine in
            other.contains { catalog.isPart(mine, of: $0) || catalog.isPart($0, of: mine) }
          })
        else { continue }
        let note = Note(
          .caveat,
          "\(first.name) and \(second.name) count different populations: the ratio is not a rate"
        )
        if !notes.contains(note) { notes.append(note) }
      }
    }
    return notes
  }

  /// That counts of different things are added: one person or event can be in both.
  static func sums(_ plan: QueryPlan) -> [Note] {
    var notes: [Note] = []
    for column in plan.query.columns where column.isShown {
      for (left, right) in plan.query.sides(of: .add, in: column.value) {
        let own = plan.query.figures(in: left).map { plan.query.figures[$0].measure }
        let other = plan.query.figures(in: right).map { plan.query.figures[$0].measure }
        guard let first = own.first, let second = other.first, first.subject != second.subject
        else { continue }
        let note = Note(
          .caveat,
          "\(first.name) and \(second.name) are counted apart: one person or event can be in both"
        )
        if !notes.contains(note) { notes.append(note) }
      }
    }
    return notes
  }

  /// That columns side by side count some of the same things, and do not add up.
  static func overlaps(_ plan: QueryPlan, _ catalog: any CatalogReader) -> [Note] {
    let columns = plan.query.columns.filter(\.isShown)
    guard columns.count > 1 else { return [] }
    var notes: [Note] = []
    for (index, column) in columns.enumerated() {
      let before = columns[..<index].flatMap(\.measures)
      for (measure, conflict) in column.measures.flatMap({ own in
        catalog.conflicts(of: own.id).map { (own, $0) }
      }) where conflict.filters.isEmpty {
        guard let other = before.first(where: { $0.id == conflict.other }) else { continue }
        let reason = conflict.reason.isEmpty ? "" : ": \(conflict.reason)"
        notes.append(
          Note(.caveat, "\(other.name) and \(measure.name) are not to be added\(reason)")
        )
      }
    }
    return notes
  }
}

extension ResolvedQuery {
  /// The two sides of every operation of a kind.
  fileprivate func sides(of kind: Query.Operator, in value: Value) -> [(Value, Value)] {
    switch value {
    case .figure, .number: return []
    case .fold(let index): return sides(of: kind, in: folds[index].value)
    case .operation(let sign, let left, let right):
      return (sign == kind ? [(left, right)] : []) + sides(of: kind, in: left)
        + sides(of: kind, in: right)
    }
  }

  /// The measures of a value, as its column names them.
  fileprivate func measures(in value: Value, of column: ResolvedQuery.ComputedColumn) -> [Measure] {
    figures(in: value).map { figures[$0].measure }.map { stored in
      column.measures.contains(stored)
        ? stored : column.measures.first { $0.formula.contains(stored.key) } ?? stored
    }
  }
}
