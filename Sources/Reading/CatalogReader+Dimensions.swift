import Catalog

extension CatalogReader {
  /// The newest month that is held of a measure; `nil` where none is held by month.
  func newestMonth(of measure: Measure) -> Period? {
    let days = holdings(of: measure.id)
      .filter { $0.dataset.time == .month || $0.dataset.time == .date }
      .flatMap { runs(of: $0) }.map(\.days.last)
    return days.max().map { Period(.month, containing: $0) }
  }

  /// The dimensions of a measure's tables, with what they roll up to; of one that is computed, those
  /// that all that it is computed from have.
  func publishedDimensions(of measure: Measure) -> IDSet {
    guard measure.formula.isEmpty else {
      let parts = measure.formulaNames.compactMap { self.measure(named: $0) }
        .map { publishedDimensions(of: $0) }
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
