import Catalog

/// What words of a line that are no value and no breakdown ask of what is counted.
struct Demands {
  /// Something that what is counted must have, and the place of the word that says so.
  struct Trait {
    /// A unit, the key of a dimension that it is published by, that it is a level, or who
    /// publishes it, the first as it is named in what is counted.
    enum Kind: Equatable {
      case publisher([String])
      case unit(String)
      case dimension(String)
      case level
    }

    let kind: Kind
    let place: Int

    /// From `unit=pounds`, `dimension=drug`, `kind=level` or `publisher=CBP; DHS`, as the
    /// table of words writes it.
    init?(_ means: String, at place: Int) {
      let sides = means.split(separator: "=").map(String.init)
      guard sides.count == 2 else { return nil }
      switch sides[0] {
      case "kind" where sides[1] == "level": kind = .level
      case "publisher": kind = .publisher(sides[1].parts(between: "; "))
      case "unit": kind = .unit(sides[1])
      case "dimension": kind = .dimension(sides[1])
      default: return nil
      }
      self.place = place
    }

    /// Whether all tables of a measure are of those who publish.
    func isOfSource(of measure: Measure, _ catalog: any CatalogReader) -> Bool {
      guard case .publisher(let names) = kind else { return false }
      let holdings = catalog.holdings(of: measure.id)
      return !holdings.isEmpty
        && holdings.allSatisfy { holding in
          catalog.source(holding.dataset.source).map { names.contains($0.short) } ?? false
        }
    }

    func isMet(by measure: Measure, _ catalog: any CatalogReader) -> Bool {
      switch kind {
      case .unit(let unit): return measure.unit == unit
      case .publisher(let names):
        return measure.name.hasPrefix(names[0] + " ")
          || catalog.holdings(of: measure.id).contains { holding in
            catalog.source(holding.dataset.source).map { names.contains($0.short) } ?? false
          }
      case .level: return measure.kind == .stock || measure.kind == .average
      case .dimension(let key):
        let published = catalog.publishedDimensions(of: measure)
        return catalog.dimensions().contains { $0.key == key && published.contains($0.id) }
      }
    }
  }

  var traits: [Trait] = []
  /// The place of a word before two things: `both`.
  var pair: Int?
  /// The place of a word that says that a limit was reached: `hit the cap`.
  var reached: Int?
  /// Whose count is asked for: `according to ICE`.
  var publisher: String? {
    traits.lazy.compactMap { trait in
      if case .publisher(let names) = trait.kind { names[0] } else { nil }
    }.first
  }
  /// Whether what comes next is asked for by its number: `how many`.
  var asksNumber = false
}
