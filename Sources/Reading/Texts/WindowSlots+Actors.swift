import Catalog
import QueryLanguage

/// Who acts, apart from what is counted.
extension WindowSlots {
  /// Who acts, where a number does not count them: `agents apprehended 37,370 people`.
  mutating func dropActors(
    _ named: inout [(place: Int, alternatives: [Mention.Counted])],
    _ anchor: TextAnchor,
    _ tokens: [TextToken],
    _ marks: [TextMark],
    _ actors: inout [String],
    _ lexicon: TextLexicon
  ) {
    let number: SpokenNumber? = if case .value(let number) = anchor.kind { number } else { nil }
    let isOneOfSeveral = named.count > 1
    named.removeAll { name in
      guard let measure = name.alternatives.first?.measure, measure.countsStaff else {
        return false
      }
      let own = marks[name.place].tokens
      // `86 percent was seized by officers at ports`.
      let isAfterBy = own.lowerBound > 0 && tokens[own.lowerBound - 1].lower == "by"
      guard name.place < anchor.marks.lowerBound || anchor.isShare && isAfterBy else {
        return false
      }
      // `the agents' part has grown`.
      let isOwner =
        own.upperBound < tokens.count
        && (tokens[own.upperBound].text == "'" || Self.isActed(tokens[own.upperBound].lower))
      let counts =
        number.map { number in
          number.value <= 30_000 && !isOneOfSeveral && !namesPeople && unitAfter == nil
            // `agents found 2,989 pounds; customs officers 18,900`.
            && own.upperBound != anchor.tokens.lowerBound
        } ?? true
      guard isOwner || isAfterBy || !counts else { return false }
      let actor = Self.actor(marks[name.place])
      actors.append(actor)
      if let value = Self.acting(actor, name.place, lexicon) { values.append(value) }
      return true
    }
  }

  /// Who acts, where a value names staff and a verb tells what they count: `CBP officers also
  /// seized 21,889 pounds`.
  mutating func dropActingStaff(
    _ named: [(place: Int, alternatives: [Mention.Counted])],
    _ anchor: TextAnchor,
    _ marks: [TextMark],
    _ actors: inout [String],
    _ lexicon: TextLexicon
  ) {
    let verbs = named.filter { $0.alternatives.allSatisfy { $0.preference >= 3 } }
    let acting = values.filter { value in
      value.alternatives.allSatisfy(lexicon.isStaff) && value.mark < anchor.marks.lowerBound
        && verbs.contains { $0.place > value.mark }
    }
    for value in acting {
      let actor = Self.actor(marks[value.mark])
      values.removeAll { $0.mark == value.mark }
      actors = actors.map { $0 == value.text ? actor : $0 }
      if let own = Self.acting(actor, value.mark, lexicon) { values.append(own) }
    }
  }

  /// Those who act as a value that only tells that.
  private static func acting(_ actor: String, _ mark: Int, _ lexicon: TextLexicon)
    -> TextTopic.Value?
  {
    guard let mention = lexicon.mention(actor), !mention.values.isEmpty else { return nil }
    var value = TextTopic.Value(
      alternatives: mention.values.sorted { $0.preference < $1.preference },
      text: actor,
      mark: mark
    )
    value.isActing = true
    return value
  }

  /// Whether a word after those who act says what they did: `agents counted 1,903`.
  static func isActed(_ word: String) -> Bool {
    word.hasSuffix("ed") && word.utf8.count > 4
      || ["made", "caught", "found", "met", "saw", "took"].contains(word)
  }

  static func unit(
    after anchor: TextAnchor,
    _ marks: [TextMark],
    _ lexicon: TextLexicon
  ) -> String? {
    guard case .value = anchor.kind, let after = marks[safe: anchor.marks.upperBound + 1],
      after.tokens.lowerBound == anchor.tokens.upperBound, after.has(.kind),
      let word = after.mention?.text.split(separator: " ").first.map({ $0.lowercased() })
    else { return nil }
    let unit = ["lb", "lbs", "pound"].contains(word) ? "pounds" : word
    return unit != "people" && lexicon.measures.contains { $0.unit == unit } ? unit : nil
  }

  /// The agency that those who act belong to.
  static func actor(_ mark: TextMark) -> String {
    let values = mark.mention?.counted.flatMap(\.values).map(\.name) ?? []
    let names = values + (mark.mention?.values.map(\.name) ?? [])
    return names.contains { $0.lowercased().contains("officer") }
      ? "Office of Field Operations" : "Border Patrol"
  }

  /// Who acts and what is counted may together name something else: `ICE` and `removals`.
  mutating func composed(_ actors: [String], _ lexicon: TextLexicon) -> [Mention.Counted]? {
    counted.first.flatMap { composed(actors, with: $0.measure, lexicon) }
  }

  mutating func composed(
    _ actors: [String],
    with measure: Measure,
    _ lexicon: TextLexicon
  ) -> [Mention.Counted]? {
    let names = actors.flatMap { actor in
      let value = values.first { $0.text == actor }
      let own = value?.alternatives.filter { lexicon.isActor($0.dimension) }.map(\.name) ?? []
      return [actor] + own.prefix(1).filter { $0 != actor }
    }
    for actor in names {
      guard let mention = lexicon.mention(actor + " " + measure.name),
        let own = mention.counted.min(by: { $0.preference < $1.preference }), own.measure != measure
      else { continue }
      values.removeAll { value in
        value.text == actor || value.alternatives.contains { $0.name == actor }
      }
      return [own]
    }
    return nil
  }
}
