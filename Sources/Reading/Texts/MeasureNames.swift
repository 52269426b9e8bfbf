import Catalog

/// Names of measures that the words of a sentence are looked for in.
final class MeasureNames {
  /// The measures whose names have three words or more, with the stems of the words.
  private let longNames: [(stems: Set<String>, measure: Measure)]
  /// The same names by the longest stem of each.
  private let longNamesByStem: [String: [(stems: Set<String>, measure: Measure)]]
  private var parts: [Int: [(rest: Set<String>, measure: Measure)]] = [:]

  init(_ measures: [Measure]) {
    longNames = measures.compactMap { measure in
      let stems = Set(
        measure.name.lowercased().split(separator: " ").map { Self.stem(String($0)) }
      )
      return stems.count > 2 && measure.unit != "agents" ? (stems, measure) : nil
    }
    longNamesByStem = Dictionary(grouping: longNames) { name in
      name.stems.max { ($0.utf8.count, $0) < ($1.utf8.count, $1) } ?? ""
    }
  }

  /// The measure with the longest name all of whose words are among some.
  func measure(of words: [String]) -> Measure? {
    let stems = Set(words.map { Self.stem($0) })
    return stems.flatMap { longNamesByStem[$0] ?? [] }.filter { $0.stems.isSubset(of: stems) }
      .max { ($0.stems.count, -$0.measure.id) < ($1.stems.count, -$1.measure.id) }?.measure
  }

  /// The measure that is a part of another and is named by some words beside it: `known or
  /// suspected terrorists`, of ICE removals.
  func part(of whole: Measure, in words: [String]) -> Measure? {
    let parts = parts(of: whole)
    if parts.isEmpty { return nil }
    let said = Set(words.map { Self.stem($0) })
    return parts.first { $0.rest.isSubset(of: said) }?.measure
  }

  /// The measures whose names hold most of a name, with the words that they have besides; the
  /// longest first.
  private func parts(of whole: Measure) -> [(rest: Set<String>, measure: Measure)] {
    if let known = parts[whole.id] { return known }
    let own = Set(whole.name.lowercased().split(separator: " ").map { Self.stem(String($0)) })
    let found = longNames.compactMap { name -> (rest: Set<String>, measure: Measure)? in
      guard name.measure != whole, name.measure.unit == whole.unit else { return nil }
      let rest = name.stems.subtracting(own).subtracting(["of"])
      let common = name.stems.intersection(own).filter { $0.utf8.count > 2 }
      guard 2 * common.count >= own.count, rest.count(where: { $0.utf8.count > 3 }) >= 2 else {
        return nil
      }
      return (rest, name.measure)
    }.sorted { $0.rest.count > $1.rest.count }
    parts[whole.id] = found
    return found
  }

  private static func stem(_ word: String) -> String {
    var word = word
    for ending in ["'s", "s"] where word.hasSuffix(ending) && word.utf8.count > 4 {
      word = String(word.dropLast(ending.utf8.count))
    }
    return word
  }
}
