import Answering
import Catalog

extension CatalogIndex {
  func source(_ id: Int) -> SourceDescription? { sources.first { $0.source.id == id } }

  /// The citation of the latest source of these tables; the press only where there is no other.
  func newestSource(of tables: [Dataset]) -> String {
    let found = tables.compactMap { source($0.source)?.source }
    let primary = found.filter { !$0.isSecondary }
    return (primary.isEmpty ? found : primary).max { $0.published < $1.published }?.citation ?? ""
  }
}

// MARK: What rows of lists point at

extension CatalogIndex {
  /// The name, and the other names, of a measure given by its id in the seed.
  func words(ofMeasure key: String) -> [String] {
    guard let measure = measure(key) else { return [] }
    return [measure.name] + aliases(.measure, measure.id)
  }

  func ids(ofMeasures keys: [String]) -> [Int] { keys.compactMap { measure($0)?.id } }

  /// The publisher and the title of a document.
  func words(ofDocument key: String) -> [String] {
    document(key).map { [$0.key, $0.publisher, $0.title] } ?? []
  }

  /// The measures meant by figures and claims, without repeats.
  func measures(ofFigures keys: [String]) -> [String] {
    var measures: [String] = []
    for figure in figures where keys.contains(figure.key) && !figure.measure.isEmpty {
      if !measures.contains(figure.measure) { measures.append(figure.measure) }
    }
    return measures
  }
}
