import Catalog
import QueryLanguage

/// What is counted: as the window names it, else as it was told before.
extension ClaimDraft {
  /// Of a share, what is named may be a part of what was counted before: `55 percent were expelled
  /// under Title 42`.
  mutating func readPart() {
    if isVerbOfPart { slots.counted = [] }
    guard case .share = window.anchor.kind, slots.values.isEmpty, !slots.counted.isEmpty else {
      return
    }
    let own = slots.counted.first?.measure
    for whole in [before.counted.first?.measure, own].compactMap({ $0 }) {
      guard let part = value(of: whole) else { continue }
      if whole != own { slots.counted = [] }
      slots.values = [part]
      return
    }
  }

  /// The value of what a measure is published by that is named inside of the name of another.
  private func value(of whole: Measure) -> TextTopic.Value? {
    let dimensions = lexicon.dimensions(of: whole)
    for place in window.marks {
      guard let counted = marks[place].mention?.counted, !counted.isEmpty,
        !counted.contains(where: { $0.measure == whole })
      else { continue }
      let range = marks[place].tokens
      for start in range {
        for end in (start + 1...range.upperBound).reversed() where end - start < range.count {
          let text = tokens[start..<end].map(\.text).joined(separator: " ")
          let values = lexicon.mention(text)?.values.filter { dimensions.contains($0.dimension) }
          guard let values, !values.isEmpty else { continue }
          return TextTopic.Value(
            alternatives: values.sorted { $0.preference < $1.preference },
            text: text,
            mark: place
          )
        }
      }
    }
    return nil
  }

  mutating func fillCounted() {
    if let (own, whole) = measureOfTold {
      topic.counted = [own]
      wholeOfPart = whole
      carried.append(whole.measure.name)
      isPreferred = true
    } else if let own = measureOfHeading {
      topic.counted = [own]
      namesMeasure = true
      carried.append(own.measure.name)
      isPreferred = true
    } else if let own = measureAround {
      topic.counted = [own]
      isPreferred = true
    } else if let own = measureOfNoun {
      topic.counted = [own]
      carried.append(own.measure.name)
      isPreferred = true
    } else if let own = measureOfWords {
      topic.counted = [own]
      isPreferred = true
    } else if before.counted.first?.measure.kind == .limit, let own = measureOfPublished {
      topic.counted = [own]
      carried.append(own.measure.name)
      isPreferred = true
    } else if let own = measureAfter {
      topic.counted = [own]
      isPreferred = true
    } else if let own = measureOfPeople {
      topic.counted = [own]
      topic.values = before.values.filter(isPlace)
      carried.append(own.measure.name)
      isPreferred = true
      returnsTo = own.measure
    } else if let own = measureOfUnit {
      if own.measure != before.counted.first?.measure {
        topic.values = before.values.filter(isPlace) + before.recentValues
        returnsTo = own.measure
      }
      topic.counted = [own]
      carried.append(own.measure.name)
      isPreferred = true
    } else if slots.counted.isEmpty, let measure = before.counted.first?.measure,
      let own = slots.composed(slots.actors, with: measure, lexicon)
    {
      topic.counted = own
      carried.append(measure.name)
    } else if before.counted.isEmpty, slots.counted.isEmpty, isSuperlative, slots.namesBorder,
      let crossings = lexicon.mention("crossings")?.counted, !crossings.isEmpty
    {
      topic.counted = crossings.sorted { $0.preference < $1.preference }
      isPreferred = true
    } else if let listed = measureOfValues {
      topic.counted = [listed]
      isPreferred = true
    } else if let own = measureOfPublished {
      topic.counted = [own]
      carried.append(own.measure.name)
      isPreferred = true
    } else if let again = toldAs, !isSaidAgain {
      topic.counted = [again] + slots.counted
      isPreferred = true
    } else if slots.counted.isEmpty || isSaidAgain {
      if let measure = before.counted.first { carried.append(measure.measure.name) }
    } else {
      // Of several meanings of a word, the one of who acts, and the one that the text told before.
      topic.counted = slots.counted.filter(isOfActor) + slots.counted.filter { !isOfActor($0) }
      slots.counted = topic.counted
      topic.counted =
        slots.counted.filter { own in self.told.contains { $0.measure == own.measure } }
        + slots.counted.filter { own in !self.told.contains { $0.measure == own.measure } }
      if slots.counted.count > 1 { isPreferred = true }
    }
    if let level = levelOfDay {
      topic.counted = [level] + topic.counted
      isPreferred = true
    }
    if let last = before.counted.first, last.measure != topic.counted.first?.measure {
      topic.recent = [last] + before.recent.filter { $0.measure != last.measure }.prefix(2)
    }
    if let whole = wholeOfCarried {
      topic.counted = [whole]
      isPreferred = true
    }
    var own = slots.values.filter { (isPublished($0) || topic.counted.isEmpty) && !isRedundant($0) }
    own += valuesOfKind(besides: own)
    let said = own.reduce(into: Set<Int>()) { $0.formUnion(family($1)) }
    let isSame =
      before.counted.isEmpty || slots.counted.isEmpty || returnsTo != nil
      || topic.counted.first?.measure == before.counted.first?.measure
      || topic.counted.first?.measure.subject == before.counted.first?.measure.subject
    topic.isEverywhere = slots.isEverywhere || before.isEverywhere && isSame && !own.contains(where: isPlace)
    // `happened on the Canadian side, where numbers have risen`.
    let isPointing =
      isAfterWhen || distance <= 1 && ["its", "their"].contains(firstWord)
    let pointed = isPointing ? before.part.filter(isPlace) : []
    let kept = (returnsTo == nil ? before.values + pointed : topic.values).filter { value in
      isSame && isPublished(value)
        && (said.isDisjoint(with: family(value)) || isWhole(value, of: own))
        && !(slots.namesBorder && isPlace(value) && !isBorder(value))
        && (slots.counted.isEmpty || slots.isByVerb || returnsTo != nil || isPlace(value)
          || value.isOfHeading || isOwned)
        && !(slots.isEverywhere && isPlace(value))
        && !(value.isActing && distance > 0 && !namesThem)
        && !(slots.isByVerb && distance > 0 && !isPlace(value) && !namesThem
          && value.alternatives.contains { lexicon.isSide($0.dimension) })
        && (isPlace(value) || !own.contains(where: isPlace) || isWhole(value, of: own))
    }
    let names = (kept + own).reduce(into: Set<Int>()) { $0.formUnion($1.dimensions) }
    if !slots.isEverywhere, own.allSatisfy(isPlace) {
      let left = before.recentValues.filter {
        isPublished($0) && $0.dimensions.isDisjoint(with: names)
      }
      let things = left.filter { value in
        !value.alternatives.contains { lexicon.isSide($0.dimension) }
      }
      leftAfter = things.isEmpty ? left : things
    }
    let told = own.filter { value in
      !isPlace(value) && !value.alternatives.contains { lexicon.isSide($0.dimension) }
    }
    if !told.isEmpty || !isSame { topic.recentValues = told }
    topic.told = (own.reversed() + before.told).reduce(into: []) { all, value in
      if all.count < 8, !all.contains(where: { $0.text == value.text }) { all.append(value) }
    }
    let places = own.filter(isPlace)
    let dimensions = places.reduce(into: Set<Int>()) { $0.formUnion($1.dimensions) }
    topic.recentPlaces =
      places + before.recentPlaces.filter { $0.dimensions.isDisjoint(with: dimensions) }.prefix(4)
    topic.values =
      kept.map { value in
        var value = value
        value.isSaid = false
        return value
      } + own
    carried += kept.map(\.text)
  }

  /// What else may be counted: what was counted before, where nothing, or only a verb, names it.
  var otherMeasures: [Mention.Counted] {
    if slots.counted.isEmpty { return Array(topic.recent.prefix(2)) }
    guard let own = slots.counted.first, own.preference > 0 else { return [] }
    // `Then July came, with 20,519`: a verb that is said of any count.
    if slots.isByVerb, own.meaning == .standsIn {
      return (before.counted.prefix(1) + told.prefix(3)).filter {
        Self.unitsOfPeople.contains($0.measure.unit)
      }
    }
    return (before.counted.prefix(1) + before.recent).filter { other in
      other.measure.subject == own.measure.subject && other.measure.unit == own.measure.unit
    }
  }

  /// What was counted before.
  var countedBefore: Mention.Counted? { before.counted.first }
}
