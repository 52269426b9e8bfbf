import Catalog
import QueryLanguage

/// The part that a share is of, and the whole.
extension ClaimDraft {
  /// The values that make the part of a share: those before the number, else the last one after
  /// it. Places belong to the whole, unless nothing else makes the part; who acts is neither.
  func part(of said: [TextTopic.Value]) -> [TextTopic.Value] {
    let whole = wholeMarks
    let named = said.filter { own in
      !whole.contains(own.mark) && !own.alternatives.contains { lexicon.isActor($0.dimension) }
    }
    let inner = named.filter { !isPlace($0) }
    guard inner.count > 1 else { return inner.isEmpty ? named : inner }
    let place = window.anchor.marks.lowerBound
    let before = inner.filter { $0.mark < place && !window.scope.contains($0.mark) }
    let nearest = before.last ?? inner.last
    return (before.isEmpty ? inner : before).filter {
      !$0.dimensions.isDisjoint(with: nearest?.dimensions ?? [])
    }
  }

  /// The marks after a share and `of`, up to the verb: they name the whole. `86 percent of the
  /// fentanyl was seized at ports`, `half of the apprehensions at the border were of families`.
  var wholeMarks: Set<Int> {
    var place = window.anchor.tokens.upperBound
    guard window.anchor.isShare, place < window.tokens.upperBound else { return [] }
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
      guard isOf, belongsToWhole(own) else { break }
      // `of those taken into custody came in families`: the second verb tells the part.
      if own.mention?.counted.isEmpty == false {
        if hasCounted { break }
        hasCounted = true
      }
      if own.mention?.values.isEmpty == false { found.insert(mark) }
      place = own.tokens.upperBound
    }
    return found
  }

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
