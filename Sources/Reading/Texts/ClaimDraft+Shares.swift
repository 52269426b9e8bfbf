import Catalog
import QueryLanguage

/// The part that a share is of, and the whole.
extension ClaimDraft {
  /// The values that make the part of a share: those before the number, else the last one after
  /// it. Places belong to the whole, unless nothing else makes the part; who acts is neither.
  func part(of said: [TextTopic.Value]) -> [TextTopic.Value] {
    let whole = wholeMarks
    let outer = said.filter { !whole.contains($0.mark) }
    var named = outer.filter { own in
      !own.alternatives.contains { lexicon.isActor($0.dimension) }
    }
    // `85 percent were arrested by ICE`: who acted makes the part where nothing else does.
    if named.isEmpty { named = outer.filter(isPublished) }
    // `41 percent of the refugees came from Africa`: without a verb, what is named last.
    if named.isEmpty, before.part.isEmpty, let last = said.last, endsWindow(last) { named = [last] }
    let inner = named.filter { !isPlace($0) }
    guard inner.count > 1 else { return inner.isEmpty ? named : inner }
    let place = window.anchor.marks.lowerBound
    let before = inner.filter { $0.mark < place && !window.scope.contains($0.mark) }
    let nearest = before.last ?? inner.last
    return (before.isEmpty ? inner : before).filter {
      !$0.dimensions.isDisjoint(with: nearest?.dimensions ?? [])
    }
  }

  /// Whether a value is told last, and not as the whole itself, `of Tucson's 463,567`: nothing
  /// after it can tell the part.
  private func endsWindow(_ value: TextTopic.Value) -> Bool {
    guard let own = marks[safe: value.mark]?.tokens, own.lowerBound > 0 else { return false }
    return window.tokens.upperBound <= own.upperBound
      && ["from", "in", "at", "by", "were", "are"].contains(tokens[own.lowerBound - 1].lower)
  }

  /// Whether a place that was told before is the whole of which a share names a smaller place: `of
  /// whom 82 percent were caught in the Swanton sector`, of the northern border.
  func isWhole(_ value: TextTopic.Value, of named: [TextTopic.Value]) -> Bool {
    guard window.anchor.isShare, isBorder(value) else { return false }
    let places = named.filter(isPlace)
    return !places.isEmpty && places.allSatisfy { !isBorder($0) }
  }

  /// The marks after a share and `of`, up to the verb: they name the whole. `86 percent of the
  /// fentanyl was seized at ports`, `half of the apprehensions at the border were of families`.
  var wholeMarks: Set<Int> { whole.values }

  /// The values that name the whole of a share, and whether what is counted is named there.
  private var whole: (values: Set<Int>, isCounted: Bool) {
    var place = window.anchor.tokens.upperBound
    // `three in ten have been convicted`: a verb right after the number tells the part.
    guard window.anchor.isShare, place < window.tokens.upperBound,
      !Self.verbs.contains(tokens[place].lower)
    else { return ([], false) }
    // `nine of every ten people apprehended along the border`.
    var isOf = window.anchor.said.contains(" in ")
    var hasCounted = false
    var found: Set<Int> = []
    while place < window.tokens.upperBound {
      let lower = tokens[place].lower
      guard let mark = window.marks.first(where: { marks[$0].tokens.contains(place) }) else {
        guard Self.jointsOfWhole.contains(lower) else { break }
        isOf = isOf || lower == "of"
        place += 1
        continue
      }
      let own = marks[mark]
      isOf = isOf || own.mention?.text.lowercased().split(separator: " ").contains("of") ?? false
      // `of those removed had been convicted`.
      guard isOf, belongsToWhole(own), !Self.verbs.contains(lower) else { break }
      // `of those taken into custody came in families`: the second verb tells the part.
      if own.mention?.counted.isEmpty == false {
        if hasCounted { break }
        hasCounted = true
      }
      if own.mention?.values.isEmpty == false { found.insert(mark) }
      place = own.tokens.upperBound
    }
    return (found, hasCounted)
  }

  /// Whether a verb beside a share only tells its part, of what was counted before: `ICE arrested
  /// 85 percent of them`, `three in ten were convicted of anything`.
  var isVerbOfPart: Bool {
    window.anchor.isShare && slots.isByVerb && distance <= 2 && !slots.values.isEmpty
      && before.counted.first.map { !$0.measure.countsStaff } ?? false
      && slots.values.allSatisfy { value in
        before.counted.first.map { isPublished(value, of: $0.measure) } ?? false
      } && !whole.isCounted
  }

  private static let verbs: Set<String> = [
    "have", "has", "had", "were", "was", "are", "is", "came",
  ]

  /// Small words that are part of the name of a whole.
  private static let jointsOfWhole: Set<String> = ["of", "the", "all", "'", "that", "those"]

  private func belongsToWhole(_ mark: TextMark) -> Bool {
    guard let mention = mark.mention else { return mark.time != nil }
    if !mention.counted.isEmpty || !mention.values.isEmpty { return true }
    if mention.has(.rise) || mention.has(.fall) || mention.has(.verb) { return false }
    if mention.has(.kind) || mention.has(.origin) || mention.has(.place) { return true }
    return Self.jointsOfWhole.contains(mention.text.lowercased())
  }

  /// What the share before was a part by; in the same sentence, what was told right before: `the
  /// northern border contributed 85,746, or one in eight`.
  var sharedPart: [TextTopic.Value] {
    guard distance == 0, !before.lastSaid.isEmpty else { return before.part }
    let own = part(of: before.lastSaid)
    return own.isEmpty ? before.part : own
  }

  /// What the share before was a part by.
  var partBefore: [TextTopic.Value] { sharedPart }
}
