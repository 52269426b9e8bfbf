package import Catalog

extension CatalogReader {
  /// The newest month that is held of a measure; `nil` where none is held by month.
  func newestMonth(of measure: Measure) -> Period? {
    let days = stored(measure).flatMap { holdings(of: $0.id) }
      .filter { $0.dataset.time == .month || $0.dataset.time == .date }
      .flatMap { runs(of: $0) }.map(\.days.last)
    return days.max().map { Period(.month, containing: $0) }
  }

  /// The last fiscal year that is held whole of a measure, or the last calendar year.
  func lastWholeYear(of measure: Measure, _ unit: TimeUnit) -> Int? {
    let days = stored(measure).flatMap { holdings(of: $0.id) }.flatMap { runs(of: $0) }
      .map(\.days.last)
    guard let last = days.max() else { return nil }
    let year = Period(unit, containing: last)
    return year.days.last == last ? year.code : year.code - 1
  }

  /// A measure, or those that it is computed from.
  private func stored(_ measure: Measure) -> [Measure] {
    measure.formula.isEmpty
      ? [measure] : measure.formulaNames.compactMap { self.measure(named: $0) }
  }

  /// The dimensions of a measure's tables, with what they roll up to; of one that is computed,
  /// those that all that it is computed from have.
  package func publishedDimensions(of measure: Measure) -> IDSet {
    guard measure.formula.isEmpty else {
      let parts = stored(measure).map { publishedDimensions(of: $0) }
      guard let first = parts.first else { return IDSet() }
      return parts.dropFirst().reduce(first) { common, own in
        IDSet(common.elements.filter(own.contains))
      }
    }
    return holdings(of: measure.id).reduce(into: IDSet()) { found, holding in
      for id in holding.dataset.dimensions + holding.dataset.scope.map(\.dimension) {
        found.insert(id)
        if let parent = dimension(id)?.parent, parent != 0 { found.insert(parent) }
      }
    }
  }
}

extension Measure {
  /// The names of what it is computed from: `encounters` in `encounters where component = usbp`.
  fileprivate var formulaNames: [String] {
    var names: [String] = []
    for part in formula.split(separator: " ") {
      if part == "where" { break }
      if part.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) { names.append(String(part)) }
    }
    return names
  }
}
