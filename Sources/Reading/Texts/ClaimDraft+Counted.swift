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

  /// What is counted, and how it was found.
  struct FoundCount {
    let counted: [Mention.Counted]
    /// Whether it was taken from what was told before.
    var isCarried = false
    /// What was counted before, where it is counted with who acts.
    var ofActors: Measure?
    /// What the measure is a part of, where its name was put together.
    var whole: Mention.Counted?
    /// The values that hold with it, where those told before do not.
    var values: [TextTopic.Value]?
    /// Whether words of the statement name it together with what was told.
    var isNamed = false

    static func named(_ counted: Mention.Counted?) -> FoundCount? {
      counted.map { FoundCount(counted: [$0]) }
    }

    static func carried(_ counted: Mention.Counted?) -> FoundCount? {
      counted.map { FoundCount(counted: [$0], isCarried: true) }
    }
  }

  /// The ways in which what is counted is told, in the order in which they are looked for.
  private static let finders: [@Sendable (ClaimDraft) -> FoundCount?] = [
    { $0.foundOfTold }, { $0.foundOfHeading }, { .named($0.measureAround) },
    { .carried($0.measureOfNoun) }, { .named($0.measureOfWords) }, { $0.foundOfLimit },
    { .named($0.measureAfter) }, { $0.foundOfPeople }, { $0.foundOfUnit }, { $0.foundOfActors },
    { $0.foundOfBorder }, { .named($0.measureOfValues) }, { .carried($0.measureOfPublished) },
    { $0.foundToldAs },
  ]

  /// `237 known or suspected terrorists`, of ICE removals.
  private var foundOfTold: FoundCount? {
    measureOfTold.map { FoundCount(counted: [$0.own], whole: $0.whole) }
  }

  private var foundOfHeading: FoundCount? {
    var found = FoundCount.carried(measureOfHeading)
    found?.isNamed = true
    return found
  }

  /// What is published by what is named, after a limit.
  private var foundOfLimit: FoundCount? {
    before.counted.first?.measure.kind == .limit ? .carried(measureOfPublished) : nil
  }

  private var foundOfPeople: FoundCount? {
    var found = FoundCount.carried(measureOfPeople)
    found?.values = before.values.filter(isPlace)
    return found
  }

  private var foundOfUnit: FoundCount? {
    guard let own = measureOfUnit else { return nil }
    var found = FoundCount.carried(own)
    if own.measure != before.counted.first?.measure {
      found?.values = before.values.filter(isPlace) + before.recentValues
    }
    return found
  }

  /// Who acts and what was counted before: `ICE`, after removals.
  private var foundOfActors: FoundCount? {
    guard slots.counted.isEmpty, let measure = before.counted.first?.measure else { return nil }
    var slots = slots
    return slots.composed(slots.actors, with: measure, lexicon).map {
      FoundCount(counted: $0, ofActors: measure)
    }
  }

  /// `the busiest day at the border`: its crossings.
  private var foundOfBorder: FoundCount? {
    guard before.counted.isEmpty, slots.counted.isEmpty, isSuperlative, slots.namesBorder,
      let crossings = lexicon.mention("crossings")?.counted, !crossings.isEmpty
    else { return nil }
    return FoundCount(counted: crossings.sorted { $0.preference < $1.preference })
  }

  /// `removals`, of ICE removals.
  private var foundToldAs: FoundCount? {
    guard let again = toldAs, !isSaidAgain else { return nil }
    return FoundCount(counted: [again] + slots.counted)
  }

  private var found: FoundCount? {
    for finder in Self.finders {
      if let found = finder(self) { return found }
    }
    return nil
  }

  mutating func fillCounted() {
    if let found {
      take(found)
    } else if slots.counted.isEmpty || isSaidAgain {
      if let measure = before.counted.first { carried.append(measure.measure.name) }
    } else {
      orderMeanings()
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
    fillValues()
  }

  private mutating func take(_ found: FoundCount) {
    topic.counted = found.counted
    if let whole = found.whole {
      wholeOfPart = whole
      carried.append(whole.measure.name)
    } else if let measure = found.ofActors {
      // Who acts is no value beside what is counted with them.
      _ = slots.composed(slots.actors, with: measure, lexicon)
      carried.append(measure.name)
    } else if found.isCarried {
      carried.append(contentsOf: found.counted.prefix(1).map(\.measure.name))
    }
    if let values = found.values {
      topic.values = values
      returnsTo = found.counted.first?.measure
    }
    namesMeasure = namesMeasure || found.isNamed
    isPreferred = isPreferred || found.ofActors == nil
  }

  /// Of several meanings of a word, the one of who acts, and the one that the text told before.
  private mutating func orderMeanings() {
    slots.counted = slots.counted.filter(isOfActor) + slots.counted.filter { !isOfActor($0) }
    let isTold = { [told] (own: Mention.Counted) in told.contains { $0.measure == own.measure } }
    topic.counted = slots.counted.filter(isTold) + slots.counted.filter { !isTold($0) }
    if slots.counted.count > 1 { isPreferred = true }
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
