import Catalog
import QueryLanguage

/// Which values the statement is kept to.
extension ClaimDraft {
  /// The values that what is counted is kept to: those that are said, and those that were told
  /// before and still hold.
  mutating func fillValues() {
    var own = slots.values.filter { (isPublished($0) || topic.counted.isEmpty) && !isRedundant($0) }
    own += valuesOfKind(besides: own)
    topic.isEverywhere =
      slots.isEverywhere || before.isEverywhere && isSameCount && !own.contains(where: isPlace)
    let kept = keptValues(besides: own)
    leftAfter = valuesLeft(after: own, kept)
    tell(own)
    topic.values =
      kept.map { value in
        var value = value
        value.isSaid = false
        return value
      } + own
    carried += kept.map(\.text)
  }

  /// Whether what is counted is what was counted before, or on the same subject.
  private var isSameCount: Bool {
    before.counted.isEmpty || slots.counted.isEmpty || returnsTo != nil
      || topic.counted.first?.measure == before.counted.first?.measure
      || topic.counted.first?.measure.subject == before.counted.first?.measure.subject
  }

  /// The values told before that still hold.
  private func keptValues(besides own: [TextTopic.Value]) -> [TextTopic.Value] {
    guard isSameCount else { return [] }
    let said = own.reduce(into: Set<Int>()) { $0.formUnion(family($1)) }
    // `happened on the Canadian side, where numbers have risen`.
    let isPointing = isAfterWhen || distance <= 1 && ["its", "their"].contains(firstWord)
    let pointed = isPointing ? before.part.filter(isPlace) : []
    return (returnsTo == nil ? before.values + pointed : topic.values).filter { value in
      isPublished(value) && (said.isDisjoint(with: family(value)) || isWhole(value, of: own))
        && (isPlace(value) ? isPlaceKept(value) : isThingKept(value, besides: own))
    }
  }

  /// Whether a place that was told before still holds.
  private func isPlaceKept(_ value: TextTopic.Value) -> Bool {
    !slots.isEverywhere && !(slots.namesBorder && !isBorder(value)) && !isActorGone(value)
  }

  /// Whether a value that is no place still holds.
  private func isThingKept(_ value: TextTopic.Value, besides own: [TextTopic.Value]) -> Bool {
    let isSide = value.alternatives.contains { lexicon.isSide($0.dimension) }
    return
      (slots.counted.isEmpty || slots.isByVerb || returnsTo != nil || value.isOfHeading
      || isOwned)
      && !isActorGone(value)
      && !(slots.isByVerb && distance > 0 && !namesThem && isSide)
      && (!own.contains(where: isPlace) || isWhole(value, of: own))
  }

  /// Whether a value only told who acted in a sentence before.
  private func isActorGone(_ value: TextTopic.Value) -> Bool {
    value.isActing && distance > 0 && !namesThem
  }

  /// Values of the statement before that this one names again without.
  private func valuesLeft(after own: [TextTopic.Value], _ kept: [TextTopic.Value])
    -> [TextTopic.Value]
  {
    guard !slots.isEverywhere, own.allSatisfy(isPlace) else { return [] }
    let names = (kept + own).reduce(into: Set<Int>()) { $0.formUnion($1.dimensions) }
    let left = before.recentValues.filter {
      isPublished($0) && $0.dimensions.isDisjoint(with: names)
    }
    let things = left.filter { value in
      !value.alternatives.contains { lexicon.isSide($0.dimension) }
    }
    return things.isEmpty ? left : things
  }

  /// Keeps the values that are said for what follows: `the three nationalities`, `in the sector`.
  private mutating func tell(_ own: [TextTopic.Value]) {
    let things = own.filter { value in
      !isPlace(value) && !value.alternatives.contains { lexicon.isSide($0.dimension) }
    }
    if !things.isEmpty || !isSameCount { topic.recentValues = things }
    topic.told = (own.reversed() + before.told).reduce(into: []) { all, value in
      if all.count < 8, !all.contains(where: { $0.text == value.text }) { all.append(value) }
    }
    let places = own.filter(isPlace)
    let dimensions = places.reduce(into: Set<Int>()) { $0.formUnion($1.dimensions) }
    topic.recentPlaces =
      places + before.recentPlaces.filter { $0.dimensions.isDisjoint(with: dimensions) }.prefix(4)
  }
}
