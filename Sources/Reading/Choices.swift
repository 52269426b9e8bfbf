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

  private let dimensions: MeasureDimensions

  init(_ line: Line, _ catalog: any CatalogReader) {
    self.line = line
    self.catalog = catalog
    dimensions = MeasureDimensions(catalog)
    named = Self.named(in: line, catalog)
  }

  var all: [Choice] {
    let all = choices(.likeliest)
    let alike = all.filter(\.hasJoinedValuesAlike)
    return alike.isEmpty ? all : alike
  }

  /// The same with each value of a name that several dimensions have by its dimension.
  var apart: [Choice] { choices(.apart) }

  /// The same with each thing that a name can be, although another is likelier.
  var wide: [Choice] { choices(.wide) }

  private enum Breadth {
    case likeliest, apart, wide
  }

  private func choices(_ breadth: Breadth) -> [Choice] {
    var choices: [Choice] = []
    for counted in measures {
      let own = counted.map { dimensions.published($0.measure) }
      var line = line
      // A kind of thing that figures are not published by is no value.
      let isTotal = own.contains(where: \.elements.isEmpty)
      line.values.removeAll { $0.isKind && (isTotal || !isPublished($0.alternatives, by: own)) }
      line.keys = line.keys.map { key(meantBy: $0, own) }
      for place in line.looseKeys.indices {
        line.looseKeys[place].key = key(meantBy: line.looseKeys[place].key, own)
      }
      let possible = line.values.map { value in
        switch breadth {
        case .likeliest: published(value.alternatives, by: own)
        case .apart: apart(published(value.alternatives, by: own))
        case .wide: value.alternatives.filter { isPublished([$0], by: own) }
        }
      }
      for values in combined(possible) {
        choices.append(Choice(line: line, counted: counted, values: values, catalog: catalog))
        if choices.count >= Self.most { return choices }
      }
    }
    return choices
  }

  /// What a word after `by` means beside what is counted: the first of what it can mean that the
  /// figures are published by.
  private func key(meantBy key: String, _ published: [IDSet]) -> String {
    let names = line.otherKeys[key] ?? []
    return ([key] + names).first { name in
      guard let id = dimensions.dimension(named: name) else { return false }
      return published.allSatisfy { $0.contains(id) }
    } ?? key
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
    return values.filter { $0.preference == best }.map(\.tested)
  }

  /// Whether what is counted was not named.
  var isImplied: Bool { named.isEmpty }

  /// What is counted: as named, or what is listed for the values and breakdowns of the line, as far
  /// as it is published by all of them.
  private var measures: [[Mention.Counted]] {
    if !named.isEmpty { return fitting(combined(named)) }
    let values = line.values.filter { !$0.isKind }.map(\.alternatives)
    let keys = (line.keys + line.looseKeys.map(\.key)).compactMap(dimensions.dimension)
    var listed: [Measure] = []
    for dimension in values.flatMap({ $0.map(\.dimension) }) + keys {
      let own = catalog.dimension(dimension)?.counts ?? []
      for measure in own.compactMap(catalog.measure(named:)) where !listed.contains(measure) {
        listed.append(measure)
      }
    }
    let traits = line.demands.traits
    listed.removeAll { measure in !traits.allSatisfy { $0.isMet(by: measure, catalog) } }
    let fitting = listed.filter { measure in
      let own = dimensions.published(measure)
      return values.allSatisfy { isPublished($0, by: [own]) } && keys.allSatisfy(own.contains)
    }
    return (fitting.isEmpty ? Array(listed.prefix(1)) : fitting).map { [Mention.Counted($0, 0)] }
  }

  /// Of several things that can be counted, those that are published by all that the line keeps to
  /// and breaks down by: `most seized drug` is of no firearms.
  private func fitting(_ all: [[Mention.Counted]]) -> [[Mention.Counted]] {
    guard all.count > 1 else { return all }
    let keys = line.keys + line.looseKeys.map(\.key)
    let own = all.filter { counted in
      let published = counted.map { dimensions.published($0.measure) }
      return line.values.allSatisfy { isPublished($0.alternatives, by: published) }
        && keys.allSatisfy { key in
          guard let id = dimensions.dimension(named: self.key(meantBy: key, published)) else {
            return true
          }
          return published.allSatisfy { $0.contains(id) }
        }
    }
    return own.isEmpty ? all : own
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
      let isKept = counted.alternatives.contains { !$0.values.isEmpty }
      if isVerb, !isKept, others.contains(where: { isSaid(counted, by: $0, catalog) }) { continue }
      // What several measures are about says nothing beside one of them.
      if counted.isTopic, others.contains(where: counted.isAbout) { continue }
      let possible = meant(by: counted, beside: line.values, catalog)
      let best = possible.map(\.preference).min() ?? 0
      let own = possible.filter {
        $0.preference == best || $0.preference >= 3 && best >= 3
      }
      guard let same = kept.firstIndex(where: { $0.first?.measure == own.first?.measure }) else {
        kept.append(own)
        continue
      }
      // `drug seizures … fentanyl caught`: what is named twice is kept to what either names.
      for value in own[0].values where !kept[same][0].values.contains(value) {
        kept[same] = kept[same].map { $0.keeping(value) }
      }
    }
    return kept
  }

  /// What words can mean beside some values: `caught` is of drugs where only those who seize them
  /// publish by the value.
  private static func meant(
    by counted: Line.Counted,
    beside values: [Line.Value],
    _ catalog: any CatalogReader
  ) -> [Mention.Counted] {
    let special = counted.alternatives.filter { $0.meaning == .beside }
    let usual = counted.alternatives.filter { $0.meaning != .beside }
    guard !special.isEmpty, !usual.isEmpty else { return counted.alternatives }
    func publishes(_ own: Mention.Counted, _ value: Line.Value) -> Bool {
      let published = catalog.publishedDimensions(of: own.measure)
      return value.alternatives.contains { published.contains($0.dimension) }
    }
    let needed = special.filter { own in
      values.contains { value in
        publishes(own, value) && !usual.contains { publishes($0, value) }
      }
    }
    return needed.isEmpty ? usual : needed
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
      return isKindOfWhat(verb, own.measure, catalog)
        || name.contains(Spelling.key(of: verb.text))
          && own.measure != verb.alternatives[0].measure
        || verb.alternatives.contains { said in
          own.preference < 3 && own.measure == said.measure
            || own.measure != said.measure && catalog.isPart(own.measure, of: said.measure)
        }
    }
  }

  /// Whether a measure is by its name a kind of what a verb counts: `watchlist encounters` beside
  /// `caught`.
  private static func isKindOfWhat(
    _ verb: Line.Counted,
    _ noun: Measure,
    _ catalog: any CatalogReader
  ) -> Bool {
    guard let last = noun.name.split(separator: " ").last,
      let kind = catalog.measure(named: String(last)), kind != noun
    else { return false }
    return verb.alternatives.contains { said in
      said.measure == kind || catalog.isPart(said.measure, of: kind)
        || catalog.isPart(kind, of: said.measure)
    }
  }

  private func combined<Item>(_ lists: [[Item]]) -> [[Item]] {
    lists.reduce([[]]) { found, list in
      Array(found.flatMap { own in list.map { own + [$0] } }.prefix(Self.most))
    }
  }
}
