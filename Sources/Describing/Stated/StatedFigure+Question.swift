import Catalog

extension StatedFigure {
  /// The figure as a statement in the language: what the data must show for it to hold; `nil` where
  /// the words give no measure, period or number to compare with the data.
  func question(in catalogIndex: CatalogIndex) -> String? {
    guard let measure = catalogIndex.measure(measure), let judgment, unit != "date",
      let period = measure.kind == .stock ? reading : span
    else { return nil }
    switch kind {
    case "flow", "stock", "target":
      let kept = catalogIndex.filters(filters, toldBy: measure).joined(by: "; ")
      return "\(measure.name)\(catalogIndex.condition(ofFilters: kept)) \(period) \(judgment)"
    // Changes, ratios and shares compare two things, and the words name at most one of them.
    default: return nil
    }
  }

  /// What the hedge allows: `is more than 740,000`.
  private var judgment: String? {
    switch qualifier {
    case .exact: Double(low).map { (kind == "target" ? ">= " : "= ") + numberWords($0) }
    case .moreThan: Double(low).map { "is more than \(numberWords($0))" }
    case .atLeast, .vague: Double(low).map { ">= \(numberWords($0))" }
    case .nearly: Double(high).map { "is nearly \(numberWords($0))" }
    case .upTo: Double(high).map { "<= \(numberWords($0))" }
    case .about:
      Double(low).flatMap { low in
        Double(high).map { "is about \(numberWords((low + $0) / 2))" }
      }
    }
  }

  /// The days that it is about, by the name of the period where they are one.
  private var span: String? {
    guard let first = Period(date: start.date)?.days.first,
      let last = Period(date: end.date)?.days.last, first <= last
    else { return nil }
    let days = DayRange(first, last)
    if let year = [TimeUnit.fiscalYear, .month, .calendarYear]
      .map({ Period($0, containing: first) }).first(where: { $0.days == days })
    {
      return "in \(year.spelling)"
    }
    guard first.isFirstOfMonth, last.isLastOfMonth else {
      return "from \(Period.day(first).spelling) to \(Period.day(last).spelling)"
    }
    let months = [first, last].map { Period(.month, containing: $0).spelling }
    return "from \(months[0]) to \(months[1])"
  }

  /// A running total is looked up for the month that its period ends in.
  private var reading: String? {
    Period(date: end.date).map { "in \(Period(.month, containing: $0.days.last).spelling)" }
  }
}

extension CatalogIndex {
  /// Those filters that the tables of a measure are broken down by. A count that is made at one
  /// border only is not broken down by border.
  func filters(_ filters: String, toldBy measure: Measure) -> [String] {
    let told = dimensions(toldBy: measure)
    return filters.split(separator: ";").map { String($0.drop { $0 == " " }) }.filter { filter in
      dimension(ofFilter: filter).map { measure.isFormula || told.contains($0.id) } ?? true
    }
  }

  /// The dimensions that limit a stated figure and that the tables of its measure are not broken
  /// down by.
  func untoldDimensions(of figure: StatedFigure) -> [String] {
    guard let measure = measure(figure.measure), !measure.isFormula else { return [] }
    let told = dimensions(toldBy: measure)
    return figure.filters.split(separator: ";").compactMap { dimension(ofFilter: String($0)) }
      .filter { !told.contains($0.id) }.map(\.name)
  }

  /// Ids of the dimensions of a measure's tables, and of those that theirs roll up to.
  private func dimensions(toldBy measure: Measure) -> IDSet {
    let tables = IDSet(coverages.filter { $0.measure == measure.id }.map(\.dataset))
    let own = datasets.map(\.dataset).filter { tables.contains($0.id) }
      .flatMap { $0.dimensions + $0.scope.map(\.dimension) }
    return IDSet(own + own.compactMap { catalog.dimension($0)?.parent })
  }

  private func dimension(ofFilter filter: String) -> Dimension? {
    dimension(String(filter.prefix { $0 != "=" }.filter { $0 != " " }))
  }
}

extension Measure {
  fileprivate var isFormula: Bool { !formula.isEmpty }
}
