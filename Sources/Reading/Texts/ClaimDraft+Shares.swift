import Catalog
import QueryLanguage

/// The part that a share is of, and the whole.
extension ClaimDraft {
  /// The values that make the part of a share: those before the number, else the last one behind
  /// it. Places belong to the whole, unless nothing else makes the part; who acts is neither.
  func part(of said: [TextTopic.Value]) -> [TextTopic.Value] {
    let whole = wholeMark
    let named = said.filter { own in
      own.mark != whole && !own.alternatives.contains { lexicon.isActor($0.dimension) }
    }
    let inner = named.filter { !isPlace($0) }
    guard inner.count > 1 else { return inner.isEmpty ? named : inner }
    let place = window.anchor.marks.lowerBound
    let before = inner.filter { $0.mark < place && !window.scope.contains($0.mark) }
    if let nearest = before.last { return before.filter { $0.dimensions == nearest.dimensions } }
    guard let last = inner.last else { return [] }
    return inner.filter { $0.dimensions == last.dimensions }
  }

  /// The mark of the value right behind a share and `of`, which names the whole: `86 percent of
  /// the fentanyl was seized at ports`.
  var wholeMark: Int? {
    guard case .share = window.anchor.kind else { return nil }
    var place = window.anchor.tokens.upperBound
    var isOf = false
    while place < window.tokens.upperBound {
      if let mark = window.marks.first(where: { marks[$0].tokens.contains(place) }) {
        if marks[mark].mention?.values.isEmpty == false, isOf { return mark }
        guard marks[mark].has(.kind) || marks[mark].has(.filler) || marks[mark].has(.origin) else {
          return nil
        }
        isOf = isOf || marks[mark].mention?.text.lowercased().hasSuffix("of") ?? false
        place = marks[mark].tokens.upperBound
        continue
      }
      guard ["of", "the", "all"].contains(tokens[place].lower) else { return nil }
      isOf = isOf || tokens[place].lower == "of"
      place += 1
    }
    return nil
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
