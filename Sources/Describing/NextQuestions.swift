package import Catalog

/// A few questions about a measure that can be answered unchanged.
package struct NextQuestions {
  private let catalogIndex: CatalogIndex

  package init(_ catalogIndex: CatalogIndex) {
    self.catalogIndex = catalogIndex
  }

  /// Over time, broken down, and the newest: those of these that can be answered.
  func about(_ measure: Measure) -> [String] {
    let coverage = Coverage(of: measure, in: catalogIndex)
    let groups = [
      overTime(measure.name) + wholeSpan(measure.name, coverage),
      breakdowns(measure.name, coverage),
      ["\(measure.name) by month last 12 months", "\(measure.name) latest"],
    ]
    return firstAnswered(of: groups)
  }

  /// A measure with the filters of a statement, then the measure alone.
  func about(_ measure: Measure, filters: String) -> [String] {
    let condition = catalogIndex.condition(ofFilters: filters)
    let limited = condition.isEmpty ? [] : overTime(measure.name + condition)
    return Array((firstAnswered(of: [limited]) + about(measure)).prefix(3))
  }

  /// Measures restricted to a value; with its dimension where several dimensions have a value of
  /// the name.
  func about(_ member: Member, measures: [Measure]) -> [String] {
    let dimension = catalogIndex.catalog.dimension(member.dimension)?.name ?? ""
    return about(["for \(member.name)", "where \(dimension) = \(member.name)"], measures: measures)
  }

  /// Measures with a restriction, in the first of several wordings that works.
  func about(_ clauses: [String], measures: [Measure]) -> [String] {
    firstAnswered(
      of: measures.map { measure in
        ["fy", "month", "cy", "date"].flatMap { unit in
          clauses.map { "\(measure.name) \($0) by \(unit)" }
        }
      }
    )
  }

  /// A measure by a dimension.
  func about(_ dimension: Dimension, measures: [Measure]) -> [String] {
    firstAnswered(
      of: measures.map { measure in
        breakdowns(measure.name, Coverage(of: measure, in: catalogIndex), [dimension.id])
      }
    )
  }

  /// The first question of each group that can be answered, at most three; for a group without one,
  /// a suggested replacement.
  func firstAnswered(of groups: [[String]]) -> [String] {
    var found: [String] = []
    for group in groups {
      guard found.count < 3 else { break }
      let question =
        group.first { catalogIndex.answers($0) }
        ?? group.lazy.compactMap { catalogIndex.insteadOf($0) }.first
      if let question, !found.contains(question) { found.append(question) }
    }
    return found
  }

  /// Ways to ask for something over time, the coarsest first.
  func overTime(_ name: String) -> [String] {
    ["\(name) by fy", "\(name) by cy", "\(name) by month", "\(name) by date", name]
  }

  /// A question for everything that is held, for what is published only for one span of days.
  private func wholeSpan(_ name: String, _ coverage: Coverage) -> [String] {
    guard let days = coverage.days else { return [] }
    let first = Period(.day, containing: days.first).spelling
    return ["\(name) from \(first) to \(Period(.day, containing: days.last).spelling)"]
  }

  /// A measure broken down: the question unchanged where it can be answered, otherwise for the
  /// newest year for which it can.
  package func breakdown(of measure: Measure, keeping question: String?) -> String? {
    let coverage = Coverage(of: measure, in: catalogIndex)
    guard let question else {
      return breakdowns(measure.name, coverage).first { catalogIndex.answers($0) }
    }
    return byDimension(coverage.dimensions).map { "\(question) \($0)" }
      .first { catalogIndex.answers($0) }
  }

  /// `by citizenship top 5`, for each of some dimensions, the one with the most values first.
  private func byDimension(_ ids: [Int]) -> [String] {
    let dimensions = ids.compactMap(catalogIndex.catalog.dimension).map {
      (dimension: $0, count: catalogIndex.catalog.members(of: $0.id).count)
    }
    return dimensions.sorted { $0.count > $1.count }.map { dimension, count in
      "by \(dimension.name)" + (count > 8 ? " top 5" : "")
    }
  }

  /// By the dimensions of its tables, the one with the most values first, in the last year that
  /// they hold.
  private func breakdowns(_ name: String, _ coverage: Coverage, _ only: [Int]? = nil) -> [String] {
    byDimension(only ?? coverage.dimensions).flatMap { dimension in
      let by = "\(name) \(dimension)"
      return years(coverage).map { "\(by) in \($0)" } + ["\(by) latest", by]
    }
  }

  /// The last whole years of the tables by a dimension, the newest first.
  private func years(_ coverage: Coverage) -> [String] {
    guard let days = coverage.days else { return [] }
    let last = Period(.fiscalYear, containing: days.last)
    let newest = last.days.last <= days.last ? last : last.previous
    return [newest, newest.previous, newest.advanced(by: -2)].map(\.spelling)
  }
}
