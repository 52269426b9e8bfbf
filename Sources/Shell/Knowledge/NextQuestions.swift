import Catalog

/// A few questions about a measure that can be answered as they stand.
struct NextQuestions {
  private let knowledge: Knowledge

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
  }

  /// Over time, broken down, and the newest: what of these can be asked.
  func about(_ measure: Measure) -> [String] {
    let coverage = Coverage(of: measure, in: knowledge)
    let groups = [
      overTime(measure.name),
      breakdowns(measure.name, coverage),
      ["\(measure.name) by month last 12 months", "\(measure.name) latest"],
    ]
    return firstAnswered(of: groups)
  }

  /// Figures for a value: the first measures that are published for it.
  func about(_ value: String, measures: [Measure]) -> [String] {
    firstAnswered(
      of: measures.map { measure in
        ["fy", "month", "cy", "date"].map { "\(measure.name) for \(value) by \($0)" }
      }
    )
  }

  /// A measure by a dimension.
  func about(_ dimension: Dimension, measures: [Measure]) -> [String] {
    firstAnswered(
      of: measures.map { measure in
        breakdowns(measure.name, Coverage(of: measure, in: knowledge), [dimension.id])
      }
    )
  }

  /// The first question of each group that can be answered.
  func firstAnswered(of groups: [[String]]) -> [String] {
    var found: [String] = []
    for group in groups {
      guard found.count < 3 else { break }
      let question = group.first { knowledge.answers($0) }
      if let question, !found.contains(question) { found.append(question) }
    }
    return found
  }

  private func overTime(_ name: String) -> [String] {
    ["\(name) by fy", "\(name) by cy", "\(name) by month", "\(name) by date", name]
  }

  /// By the dimensions of its tables, in the last year that they hold.
  private func breakdowns(_ name: String, _ coverage: Coverage, _ only: [Int]? = nil) -> [String] {
    (only ?? coverage.dimensions).flatMap { id -> [String] in
      guard let dimension = knowledge.catalog.dimension(id) else { return [] }
      let isLong = knowledge.catalog.members(of: id).count > 8
      let by = "\(name) by \(dimension.name)" + (isLong ? " top 5" : "")
      let years = years(coverage, id)
      return years.map { "\(by) in \($0)" } + ["\(by) latest", by]
    }
  }

  /// The last whole years of the tables by a dimension, the newest first.
  private func years(_ coverage: Coverage, _ dimension: Int) -> [String] {
    guard let days = coverage.days else { return [] }
    let last = Period(.fiscalYear, containing: days.last)
    let newest = last.days.last <= days.last ? last : last.previous
    return [newest, newest.previous, newest.advanced(by: -2)].map(\.spelling)
  }
}
