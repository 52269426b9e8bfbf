import Catalog
import QueryLanguage

/// How what is counted is told: by a name, by a verb that says it again, as that of what was told.
extension ClaimDraft {
  /// Whether a verb only says again what was counted before: `in fiscal 2022 they stopped`.
  var isSaidAgain: Bool {
    // `removals`, of ICE removals.
    if let own = slots.counted.first?.measure, let last = before.counted.first?.measure,
      last.name.hasSuffix(" " + own.name), !namesActor, slots.unitAfter == nil
    {
      return true
    }
    guard let own = slots.counted.first, own.preference > 0, !namesActor,
      own.expression == written(own.measure.name) || slots.isByVerb,
      let last = before.counted.first
    else { return false }
    // `twice what it was when you came in`.
    if slots.isByVerb, slots.pointsBack, distance == 0, window.anchor.isChange { return true }
    // `the largest number came in 1980`: a verb that is said of anything.
    if slots.isByVerb, slots.pointsBack, distance <= 2, slots.isVerbOfAnything,
      !slots.counted.contains(where: { $0.measure.subject == last.measure.subject })
    {
      return true
    }
    // A part of what was counted is named by itself: `encounters between ports`.
    if own.measure.partOf == last.measure.id || last.measure.partOf == own.measure.id {
      return slots.isByVerb && slots.pointsBack
    }
    // `those who crossed`, of crossings of the Darién.
    let isSameWord = window.marks.contains { place in
      guard let mention = marks[place].mention,
        mention.counted.contains(where: { $0.measure == own.measure })
      else { return false }
      return mention.text.utf8.count > 5
        && last.measure.name.lowercased().contains(mention.text.lowercased().prefix(5))
    }
    return isSameWord && slots.isByVerb
      || slots.isByVerb && slots.pointsBack && own.measure.subject == last.measure.subject
        && own.measure.unit == last.measure.unit && own.measure.kind == last.measure.kind
  }

  /// Whether what is counted is told as that of what was told before: `its seizures`, `these
  /// encounters`.
  var isOwned: Bool {
    window.marks.contains { place in
      let first = marks[place].tokens.lowerBound
      return first > 0 && marks[place].mention?.counted.isEmpty == false
        && ["its", "their", "these", "those", "such"].contains(tokens[first - 1].lower)
    }
  }

  /// Whether it is said who acts.
  var namesActor: Bool {
    slots.actors.contains { actor in
      guard let value = slots.values.first(where: { $0.text == actor }) else { return true }
      return value.alternatives.contains { lexicon.isSide($0.dimension) }
    }
  }

  /// Whether a measure counts what somebody did who is named: apprehensions, of the Border Patrol.
  func isOfActor(_ counted: Mention.Counted) -> Bool {
    let part = lexicon.part(of: counted.measure)
    return slots.values.contains { value in
      value.alternatives.contains { own in part.contains { $0.name == own.name } }
    }
  }

  /// Whether those who acted before act again: `in fiscal 2022 they stopped 2.2 million`.
  var namesThem: Bool {
    window.marks.contains { place in
      tokens[marks[place].tokens.lowerBound].lower == "they"
        && marks[safe: place + 1]?.mention?.counted.isEmpty == false
    }
  }

  /// Whether what is counted is named, not only told by a verb, and no part of who acts.
  var isNamed: Bool {
    slots.counted.first.map { $0.preference < 3 && !$0.measure.countsStaff } ?? false
  }

  /// Whether a total is told: `paroles totalled some 520,000`, `520,000 in all`.
  var tellsTotal: Bool {
    let words = tokens[window.tokens].map(\.lower)
    return zip(words, words.dropFirst() + [""]).contains { word, next in
      Self.totalling.contains(word) || word == "in" && ["all", "total"].contains(next)
    }
  }

  private static let totalling: Set<String> = [
    "totaled", "totalled", "totaling", "totalling", "altogether", "cumulative", "cumulatively",
  ]
}
