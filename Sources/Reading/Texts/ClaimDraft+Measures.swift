import Catalog
import QueryLanguage

/// What is counted where a name alone does not tell it.
extension ClaimDraft {
  /// What a measure that is carried is a part of, where the statement names another part of it:
  /// `ports handled 52,000`, after apprehensions, which are encounters between ports.
  var wholeOfCarried: Mention.Counted? {
    guard slots.counted.isEmpty || slots.isByVerb && isSaidAgain, slots.unitAfter == nil,
      let measure = topic.counted.first?.measure, measure.partOf != 0,
      let whole = lexicon.catalog.measure(measure.partOf)
    else { return nil }
    let part = lexicon.part(of: measure)
    let dimensions = lexicon.dimensions(of: whole)
    let namesOtherPart = slots.values.contains { value in
      value.alternatives.contains { own in
        dimensions.contains(own.dimension) && part.contains { $0.dimension == own.dimension }
      } && !value.alternatives.contains { own in part.contains { $0.name == own.name } }
    }
    return namesOtherPart ? Mention.Counted(whole, 0) : nil
  }

  /// The measure told before that is counted in the unit after the number: `11,201 pounds`.
  var measureOfUnit: Mention.Counted? {
    guard let unit = slots.unitAfter, slots.counted.first.map({ $0.measure.unit != unit }) ?? true
    else { return nil }
    if let told = (before.counted + before.recent).first(where: { $0.measure.unit == unit }) {
      return told
    }
    guard slots.isByVerb || slots.counted.isEmpty, let own = measureOfValues,
      own.measure.unit == unit
    else { return nil }
    return own
  }

  /// What a noun counts under the heading above: `Asylum. Grants rose to 54,350`.
  var measureOfHeading: Mention.Counted? {
    guard slots.counted.isEmpty || slots.isByVerb, !before.heading.isEmpty,
      before.heading.split(separator: " ").count <= 2
    else { return nil }
    for place in window.tokens.lowerBound..<window.anchor.tokens.upperBound
    where tokens[place].kind == .word && tokens[place].lower.utf8.count > 4 {
      let named = lexicon.mention(before.heading + " " + tokens[place].lower)?.counted
        .min { $0.preference < $1.preference }
      if let named, named.preference < 3 { return named }
    }
    return nil
  }

  /// What a verb before a number and the noun after it count together: `admitted 84,994 refugees`,
  /// by the name `admitted refugees`.
  var measureAround: Mention.Counted? {
    let anchor = window.anchor
    guard anchor.isValue, let noun = marks[safe: anchor.marks.upperBound + 1],
      noun.tokens.lowerBound == anchor.tokens.upperBound, noun.isNamed
    else { return nil }
    let named = tokens[noun.tokens].map(\.lower).joined(separator: " ")
    for place in window.tokens.clamped(to: anchor.tokens.lowerBound - 2..<anchor.tokens.lowerBound)
      .reversed() where tokens[place].kind == .word && tokens[place].lower.utf8.count > 4
    {
      let own = lexicon.mention(tokens[place].lower + " " + named)?.counted
        .min { $0.preference < $1.preference }
      if let own, own.preference < 3, own.measure != slots.counted.first?.measure { return own }
    }
    return nil
  }

  /// The level that is read on days, where a day is told and what is counted is a mean over longer
  /// times: `on February 7 ICE was holding 68,289 people`.
  var levelOfDay: Mention.Counted? {
    guard window.anchor.isValue, let own = topic.counted.first?.measure, own.kind == .average,
      slots.times.contains(where: { $0.role == .own && $0.time.isDay })
    else { return nil }
    let words = Set(own.name.split(separator: " "))
    return lexicon.measures.first { other in
      other.kind == .stock && other.subject == own.subject && other.unit == own.unit
        && other.name.split(separator: " ").contains {
          words.contains($0) && $0.first?.isUppercase ?? false
        }
    }.map { Mention.Counted($0, 0) }
  }

  /// What a noun counts that ends the name of a measure told before, or of one on the same subject:
  /// `admissions came to 100,034`, after the refugee ceiling.
  var measureOfNoun: Mention.Counted? {
    guard slots.counted.isEmpty, let last = before.counted.first?.measure else { return nil }
    let words = Set(
      tokens[window.tokens.lowerBound..<window.anchor.tokens.upperBound]
        .filter { $0.kind == .word && $0.lower.utf8.count > 4 }.map(\.lower)
    )
    func isMeant(_ measure: Measure) -> Bool {
      measure != last
        && measure.name.split(separator: " ").last.map { words.contains($0.lowercased()) } ?? false
    }
    if words.contains(last.name.split(separator: " ").last?.lowercased() ?? "") { return nil }
    if let told = told.first(where: { isMeant($0.measure) }) { return told }
    let first = last.name.split(separator: " ").first ?? ""
    return words.flatMap { lexicon.measuresByNoun[$0] ?? [] }
      .filter { $0.name.hasPrefix(first) && $0 != last }
      .min { $0.name.utf8.count < $1.name.utf8.count }.map { Mention.Counted($0, 0) }
  }

  /// The measure whose name ends with the noun after the number: `135 agreements`.
  var measureAfter: Mention.Counted? {
    let place = window.anchor.tokens.upperBound
    guard window.anchor.isValue, slots.unitAfter == nil,
      slots.counted.allSatisfy({ $0.measure.countsStaff }),
      place < window.tokens.upperBound, tokens[place].lower.utf8.count > 6,
      !marks.contains(where: { $0.tokens.contains(place) && $0.isNamed })
    else { return nil }
    return (lexicon.measuresByNoun[tokens[place].lower] ?? []).filter { measure in
      !measure.countsStaff
    }.min { $0.name.utf8.count < $1.name.utf8.count }.map { Mention.Counted($0, 0) }
  }

  /// The measure told before that is published by what is named, where the one told last is not:
  /// `the Congo sent more than any other country`, after the refugee ceiling.
  var measureOfPublished: Mention.Counted? {
    guard slots.counted.isEmpty, let last = before.counted.first?.measure else { return nil }
    let named = slots.values.filter { value in
      !value.alternatives.contains { lexicon.isSide($0.dimension) }
    }
    guard !named.isEmpty, !named.contains(where: { isPublished($0, of: last) }) else { return nil }
    return told.first { other in named.allSatisfy { isPublished($0, of: other.measure) } }
  }

  /// Whether the figures of a measure are published by what a value is of.
  func isPublished(_ value: TextTopic.Value, of measure: Measure) -> Bool {
    let dimensions = lexicon.dimensions(of: measure)
    return value.alternatives.contains { dimensions.contains($0.dimension) }
  }

  /// The measure of people told before, where the number counts people and what was counted last
  /// are things: `we saw 1,000 people a day`, after pounds of drugs.
  var measureOfPeople: Mention.Counted? {
    guard slots.counted.isEmpty, slots.namesPeople, slots.unitAfter == nil,
      case .value = window.anchor.kind, let last = before.counted.first?.measure,
      !Self.unitsOfPeople.contains(last.unit)
    else { return nil }
    return told.first { Self.unitsOfPeople.contains($0.measure.unit) }
  }

  static let unitsOfPeople: Set<String> = ["people", "events"]

  /// A measure all of whose words are in the sentence: `the immigration courts completed 704,514
  /// cases`.
  var measureOfWords: Mention.Counted? {
    guard slots.counted.isEmpty || slots.isByVerb else { return nil }
    return lexicon.measure(
      of: tokens[window.tokens].filter { $0.kind == .word }.map(\.lower)
    ).map { Mention.Counted($0, 0) }
  }

  /// A measure that is named by what was counted before and words of the sentence together: `237
  /// known or suspected terrorists`, of ICE removals; with what it is a part of.
  var measureOfTold: (own: Mention.Counted, whole: Mention.Counted)? {
    let isOpen = slots.counted.first.map { own in
      told.contains { $0.measure.name.hasSuffix(" " + own.measure.name) }
    }
    guard isOpen ?? true || slots.isByVerb || slots.pointsBack, !told.isEmpty else { return nil }
    let words = tokens[window.tokens].filter { $0.kind == .word }.map(\.lower)
    for whole in (before.counted.prefix(1) + told.prefix(3)) {
      if let own = lexicon.part(of: whole.measure, in: words) {
        return (Mention.Counted(own, 0), whole)
      }
    }
    return nil
  }

  /// What was told by a longer name: `removals`, of ICE removals.
  var toldAs: Mention.Counted? {
    guard let own = slots.counted.first?.measure, before.counted.first?.measure != own,
      !namesActor, slots.unitAfter == nil
    else { return nil }
    return told.first { $0.measure.name.hasSuffix(" " + own.name) }
  }

  /// What is counted where only a value tells it: `fentanyl coming across`.
  var measureOfValues: Mention.Counted? {
    guard slots.counted.isEmpty || slots.isByVerb else { return nil }
    let measure = slots.counted.first?.measure ?? before.counted.first?.measure
    for value in slots.values
    where !value.alternatives.contains(where: { lexicon.isSide($0.dimension) }) {
      if let measure {
        let dimensions = lexicon.dimensions(of: measure)
        if value.alternatives.contains(where: { dimensions.contains($0.dimension) }) { continue }
      }
      for id in value.alternatives.map(\.dimension) {
        let listed = lexicon.catalog.dimension(id)?.counts ?? []
        if let own = listed.first.flatMap(lexicon.catalog.measure(named:)), own != measure {
          return Mention.Counted(own, 0)
        }
      }
    }
    return nil
  }

  /// Whether only a value tells what is counted.
  var isMeasureGuessed: Bool { measureOfValues != nil }
}
