import Catalog
import QueryLanguage

/// The ways in which the words of a line can be meant, the preferred first.
struct Choices {
  private let line: Line
  private let catalog: any CatalogReader
  /// What the line names to count, each with what it can mean.
  private let named: [[Mention.Counted]]

  /// More combinations are not looked at.
  private static let most = 12

  init(_ line: Line, _ catalog: any CatalogReader) {
    self.line = line
    self.catalog = catalog
    named = Self.named(in: line, catalog)
  }

  var all: [Choice] {
    let all = choices(apart: false)
    let alike = all.filter(\.hasJoinedValuesAlike)
    return alike.isEmpty ? all : alike
  }

  /// The same with each value of a name that several dimensions have by its dimension.
  var apart: [Choice] { choices(apart: true) }

  private func choices(apart: Bool) -> [Choice] {
    var choices: [Choice] = []
    for counted in measures {
      let own = counted.map { catalog.publishedDimensions(of: $0.measure) }
      var line = line
      // A kind of thing that figures are not published by is no value.
      line.values.removeAll { $0.isKind && !isPublished($0.alternatives, by: own) }
      let possible = line.values.map { value in
        let kept = published(value.alternatives, by: own)
        return apart ? self.apart(kept) : kept
      }
      for values in combined(possible) {
        choices.append(Choice(line: line, counted: counted, values: values, catalog: catalog))
        if choices.count >= Self.most { return choices }
      }
    }
    return choices
  }

  /// The values of dimensions that what is counted is published by; of those the first, as the
  /// language takes it.
  private func published(
    _ alternatives: [Mention.Value],
    by dimensions: [IDSet]
  ) -> [Mention.Value] {
    let kept = alternatives.filter { isPublished([$0], by: dimensions) }
    let possible = kept.isEmpty ? alternatives : kept
    let best = possible.map(\.preference).min()
    return possible.filter { $0.preference == best }
  }

  private func isPublished(_ alternatives: [Mention.Value], by dimensions: [IDSet]) -> Bool {
    alternatives.contains { value in
      dimensions.allSatisfy { $0.elements.isEmpty || $0.contains(value.dimension) }
    }
  }

  /// What a name most likely means, each with its dimension: `sector = San Diego`, `field office =
  /// San Diego`.
  private func apart(_ values: [Mention.Value]) -> [Mention.Value] {
    let best = values.map(\.preference).min()
    return values.filter { $0.preference == best }.map { $0.isTest ? $0 : $0.tested(in: catalog) }
  }

  /// Whether what is counted was not named.
  var isImplied: Bool { named.isEmpty }

  /// What is counted: as named, or the first that is listed for a value or a breakdown.
  private var measures: [[Mention.Counted]] {
    if !named.isEmpty { return combined(named) }
    let dimensions =
      line.values.filter { !$0.isKind }.flatMap { $0.alternatives.map(\.dimension) }
      + (line.keys + line.looseKeys.map(\.key)).compactMap { key in
        catalog.dimensions().first { $0.name == key }?.id
      }
    for dimension in dimensions {
      let listed = catalog.dimension(dimension)?.counts ?? []
      let found = listed.compactMap(catalog.measure(named:)).map {
        [Mention.Counted($0, 0)]
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// A verb says again what a noun beside it names: `ammo seized`, `gang members apprehended`.
  private static func named(
    in line: Line,
    _ catalog: any CatalogReader
  ) -> [[Mention.Counted]] {
    var kept: [[Mention.Counted]] = []
    for (place, counted) in line.counted.enumerated() {
      let isVerb = counted.alternatives.allSatisfy { $0.preference >= 3 }
      let others = line.counted.enumerated().filter { $0.offset != place }.map(\.element)
      if isVerb, others.contains(where: { isSaid(counted, by: $0, catalog) }) { continue }
      let best = counted.alternatives.map(\.preference).min() ?? 0
      let own = counted.alternatives.filter {
        $0.preference == best || $0.preference >= 3 && best >= 3
      }
      if !kept.contains(where: { $0.first?.measure == own.first?.measure }) { kept.append(own) }
    }
    return kept
  }

  /// Whether a verb says no more than a noun: the noun is the same, a part of it, or has it in its
  /// name.
  private static func isSaid(
    _ verb: Line.Counted,
    by noun: Line.Counted,
    _ catalog: any CatalogReader
  ) -> Bool {
    noun.alternatives.contains { own in
      let name = Spelling.key(of: own.measure.name)
      return name.contains(Spelling.key(of: verb.text))
        && own.measure != verb.alternatives[0].measure
        || verb.alternatives.contains { said in
          own.preference < 3 && own.measure == said.measure
            || own.measure != said.measure && catalog.isPart(own.measure, of: said.measure)
        }
    }
  }

  private func combined<Item>(_ lists: [[Item]]) -> [[Item]] {
    lists.reduce([[]]) { found, list in
      Array(found.flatMap { own in list.map { own + [$0] } }.prefix(Self.most))
    }
  }
}
