import Catalog
import QueryLanguage

extension Line {
  /// The place of a country that people were sent to: departures go by citizenship, and where
  /// people were sent is not published.
  var sentTo: Int? {
    guard
      counted.contains(where: {
        $0.alternatives.contains { ["departures", "refugees"].contains($0.measure.subject) }
      })
    else { return nil }
    guard !asks(.ratio), !asks(.compare) else { return nil }
    return values.first { $0.preposition == .to }?.place
  }

  /// Something to count beside another, with nothing that joins them.
  var unjoined: Counted? {
    // `federal sentences for immigration`: what is about other things keeps something.
    if !joinsMeasures,
      let topic = counted.first(where: { own in
        own.isTopic && counted.contains { !$0.isTopic } && !counted.contains(where: own.isAbout)
      })
    {
      return topic
    }
    // `refugee ceiling vs how many came`: what came is said by the noun, and is no encounter.
    if let verb = counted.first(where: standsInBesideAnother) { return verb }
    let nouns = counted.filter { $0.alternatives.contains { $0.preference < 3 } }
    guard nouns.count > 1, !joinsMeasures,
      nouns[0].alternatives.first?.measure != nouns[1].alternatives.first?.measure
    else { return nil }
    return nouns[1]
  }

  /// Whether a verb would replace what another noun of the line is not about.
  func standsInBesideAnother(_ verb: Counted) -> Bool {
    let usual = verb.alternatives.filter { $0.meaning != .beside }
    let subjects = Set(usual.map(\.measure.subject))
    return joinsMeasures && usual.allSatisfy { $0.meaning == .standsIn && $0.preference == 3 }
      && counted.contains { noun in
        noun.alternatives.contains { $0.preference < 3 }
          && noun.alternatives.allSatisfy { !subjects.contains($0.measure.subject) }
      }
  }

  /// A value beside another of the same dimension, with nothing that joins them: `indian migrants
  /// from canada` are not those of both.
  var unjoinedValue: Value? {
    guard !asks(.against), !asks(.compare) else { return nil }
    return values.enumerated().first { index, value in
      !value.isJoined && !isListed(index)
        && values[..<index].contains {
          !$0.dimensions.isDisjoint(with: value.dimensions) && !$0.isSame(as: value)
            && $0.isExcluded == value.isExcluded
        }
    }?.element
  }

  /// Whether a value comes right after another of its dimension, each by itself: `mexico
  /// guatemala 2023`.
  func isListed(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let (before, own) = (values[index - 1], values[index])
    return before.place == own.place - 1 && own.preposition == nil
      && !before.dimensions.isDisjoint(with: own.dimensions)
  }

  /// Whether a value is joined to one of its dimension: `el salvador and honduras`.
  func isJoined(_ index: Int) -> Bool {
    values[index].isJoined
      && values[..<index].contains { !$0.dimensions.isDisjoint(with: values[index].dimensions) }
  }

  /// Whether values of one dimension are each meant by itself: `families or single adults`, or only
  /// listed.
  var hasAlternatives: Bool {
    !isSum
      && values.indices.contains { index in
        index > 0 && !values[index].isExcluded
          && (values[index].isAlternative || isListed(index) || isJoined(index))
      }
  }

  /// Whether it names several things that can be meant together.
  var hasSeveral: Bool {
    counted.count > 1 || values.count > 1 || periods.count > 1 || periods.contains(where: \.isRange)
  }

  /// Whether words are part of the name of what is counted, whatever else it can mean: `processed`
  /// beside `CBP One appointments`.
  func hasInName(_ text: String) -> Bool {
    let words = text.split(separator: " ").map { Spelling.key(of: String($0)) }
    return counted.contains { own in
      guard let best = own.alternatives.first, own.alternatives.count == 1 else { return false }
      let name = best.measure.name.split(separator: " ").map { Spelling.key(of: String($0)) }
      return words.allSatisfy { word in
        name.contains { $0 == word || $0.isForm(of: word) }
      }
    }
  }

  /// Whether two things that are counted are set side by side, or one over the other.
  var joinsMeasures: Bool {
    asks(.against) || asks(.compare) || asks(.and) || asks(.share) || asks(.ratio)
  }
}

extension Line.NamedPeriod {
  /// Whether it is of several years or months.
  fileprivate var isRange: Bool {
    if case .range = kind { !isOne } else { false }
  }
}

extension Line.Value {
  /// The dimensions of what it can be.
  fileprivate var dimensions: Set<Int> { Set(alternatives.map(\.dimension)) }

  fileprivate func isSame(as other: Line.Value) -> Bool {
    alternatives.map(\.text) == other.alternatives.map(\.text)
  }
}

extension String {
  /// Whether both are forms of one verb: `received` and `receive`.
  fileprivate func isForm(of other: String) -> Bool {
    guard let stem = verbStem, stem.utf8.count > 3 else { return false }
    return stem == (other.verbStem ?? other) || stem + "e" == other
  }

  /// A regular verb without what its form adds; `nil` for other words.
  private var verbStem: String? {
    for ending in ["ed", "ing", "e"] where hasSuffix(ending) {
      return String(dropLast(ending.count))
    }
    return nil
  }
}
