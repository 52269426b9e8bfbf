import Catalog
import QueryLanguage

/// The values that what is counted is kept to.
extension ClaimDraft {
  /// The values told last of the kinds that are named without one: `in the sector`, `of the drug`.
  mutating func valuesOfKind(besides own: [TextTopic.Value]) -> [TextTopic.Value] {
    let namesPlace = own.contains(where: isPlace)
    let told = before.recentPlaces + before.recentValues + before.values
    let found = slots.kinds.flatMap { kind -> [TextTopic.Value] in
      if let dimension = kind.dimension, namesPlace, lexicon.placeDimensions.contains(dimension) {
        return []
      }
      let last = before.told.first(where: isPublished)
      let alike = (kind.count > 1 ? before.told : told).filter { value in
        isPublished(value)
          && (kind.dimension.map { value.dimensions.contains($0) }
            ?? !value.dimensions.isDisjoint(with: last?.dimensions ?? []))
      }
      guard alike.count >= kind.count else { return [] }
      return alike.prefix(kind.count).map {
        TextTopic.Value(alternatives: $0.alternatives, text: $0.text, mark: kind.mark)
      }
    }
    carried += found.map(\.text)
    return found
  }

  /// The values of one dimension of each of which it is said: `Guatemala and Honduras each`.
  var eachOf: [TextTopic.Value] {
    guard slots.modifiers.every == nil,
      tokens[window.tokens].contains(where: { $0.lower == "each" || $0.lower == "apiece" })
    else { return [] }
    let named = topic.values.filter {
      $0.isSaid && $0.mark < window.anchor.marks.lowerBound && !isBorder($0)
    }
    return named.filter { $0.dimensions == named.last?.dimensions }
  }

  /// Whether a value that was said is not one that figures are published by: who acts aside.
  var hasUnpublished: Bool {
    slots.values.contains { value in
      !isPublished(value) && !isRedundant(value)
        && !value.alternatives.contains { lexicon.isSide($0.dimension) }
    }
  }

  /// Whether another measure is not published by what is said, where the first one is: deaths in
  /// custody, of those `on the southwest border`.
  func loses(whereCounting other: Measure, insteadOf first: Measure) -> Bool {
    slots.values.contains { value in
      isPublished(value, of: first) && !isPublished(value, of: other)
        && !value.alternatives.contains { lexicon.isSide($0.dimension) }
    }
  }

  /// Whether the figures are published by what a value is of.
  func isPublished(_ value: TextTopic.Value) -> Bool {
    topic.counted.first.map { isPublished(value, of: $0.measure) } ?? true
  }

  /// The dimensions of a value, and those that they roll up to.
  func family(_ value: TextTopic.Value) -> Set<Int> {
    let places = lexicon.isPlace(value) ? lexicon.placeDimensions : []
    return value.dimensions.reduce(into: places) { found, id in
      found.insert(id)
      if let parent = lexicon.catalog.dimension(id)?.parent, parent != 0 { found.insert(parent) }
    }
  }

  /// Whether a value only tells who counts: CBP, of what CBP seizes, and the Border Patrol, of what
  /// it alone counts.
  func isRedundant(_ value: TextTopic.Value) -> Bool {
    guard let measure = topic.counted.first?.measure else { return false }
    // `under Title 42, … were expelled`: the name of what is counted has it.
    if !window.anchor.isShare, measure.name.lowercased().contains(value.text.lowercased()) {
      return true
    }
    guard measure.kind == .flow, measure.unit != "usd" else { return false }
    let dimensions = lexicon.dimensions(of: measure)
    let own = value.alternatives.filter { dimensions.contains($0.dimension) }
    guard !own.isEmpty else {
      return value.alternatives.allSatisfy { lexicon.isActor($0.dimension) }
    }
    return own.allSatisfy { lexicon.isActor($0.dimension) }
      || !measure.formula.isEmpty && own.allSatisfy { lexicon.isSide($0.dimension) }
  }

  func isBorder(_ value: TextTopic.Value) -> Bool {
    preferences.places.contains { value.dimensions.contains($0.dimension) }
  }

  func isPlace(_ value: TextTopic.Value) -> Bool { lexicon.isPlace(value) }
}
