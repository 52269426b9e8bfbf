import Catalog
import QueryLanguage

/// What a line asks, by its slots.
extension Line {
  /// Whether the part is named before the whole: `families in southwest encounters`.
  func looksFromPart(_ share: Int) -> Bool {
    guard let first = values.first, let own = counted.first else { return false }
    return first.place > share && first.place < own.place && own.preposition != nil
      && values.contains { $0.place < own.place && $0.place > first.place }
  }

  /// Whether it asks how many are in a place, and not what happened there.
  func asksForResidents(_ catalog: any CatalogReader) -> Bool {
    if counted.isEmpty, saysInCountry, !values.isEmpty { return true }
    guard counted.isEmpty, asks(.amount), periods.isEmpty, keys.isEmpty, looseKeys.isEmpty else {
      return false
    }
    return values.contains { value in
      let dimensions = value.alternatives.map { catalog.dimension($0.dimension)?.key }
      return value.preposition == .place && dimensions.contains("state")
    }
  }

  /// Whether it names two times that are both relative to now, with nothing that joins them.
  var saysTwoTimes: Bool {
    let parts: [SpokenWord.Part] = [.and, .against, .compare, .change, .rise, .fall]
    let texts = periods.compactMap { period -> String? in
      guard case .text(let text) = period.kind else { return nil }
      return period.lead == nil ? text : nil
    }
    return Set(texts).subtracting(["latest"]).count > 1 && !parts.contains(where: asks)
      || texts.contains("latest") && Set(texts).subtracting(["latest", "fytd"]).count > 0
        && !parts.contains(where: asks)
  }

  /// Whether all that is counted are levels.
  var countsLevelsOnly: Bool {
    !counted.isEmpty && counted.allSatisfy { $0.alternatives.first?.measure.kind == .stock }
  }

  /// Whether what is said of most is a value of theirs: `most migrants are from venezuela`.
  var isMajority: Bool { saysMost && !asks(.ever) && !values.isEmpty && periods.count < 2 }

  /// Whether a ranking is of things that are not named: `which port seizes the most`.
  var ranksUnnamed: Bool { (ranksThings || saysMost) && !asks(.ever) }

  /// Whether figures answer what asks for a fact: `what is` adds nothing, `when` asks for a record,
  /// and a level is that at the end.
  func answersFact(_ word: SpokenWord) -> Bool {
    switch word.means {
    case "plain": true
    case "when", "when fy", "when last":
      crossing != nil || asks(.most) || asks(.least) || asks(.ever)
    case "end": countsLevelsOnly
    default: false
    }
  }

  /// Which of the periods above or below a stated number is asked for.
  enum Crossing {
    case first, last
  }

  func asks(_ part: SpokenWord.Part) -> Bool { asked[part] != nil }
}
