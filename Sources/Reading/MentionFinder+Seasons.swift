import Catalog
import QueryLanguage

extension MentionFinder {
  /// `summer`: its months, counted from January.
  func season(at start: Int) -> (ClosedRange<Int>, end: Int)? {
    guard let word = tokens[start].word,
      let found = lexicon.words(named: word).first(where: { $0.part == .season }),
      !isVerb(at: start)
    else { return nil }
    let months = found.means.split(separator: "-").compactMap { Int($0) }
    guard months.count == 2, months[0] <= months[1] else { return nil }
    return (months[0] - 1...months[1] - 1, start + 1)
  }

  /// Whether a word that is also a season says that figures fell: `did encounters fall in 2024`,
  /// and not `encounters in the fall of 2024`.
  private func isVerb(at start: Int) -> Bool {
    guard let word = tokens[start].word,
      lexicon.words(named: word).contains(where: { $0.part == .fall || $0.part == .rise })
    else { return false }
    if start + 1 < tokens.count, tokens[start + 1].word == "in" { return true }
    let before = tokens[..<start].compactMap(\.word).map { lexicon.words(named: $0) }
    let parts: Set<SpokenWord.Part> = [.place, .origin, .since, .until, .between, .ordinal]
    let isOfTime = before.suffix(2).contains { words in
      words.contains { parts.contains($0.part) }
    }
    return !isOfTime
      && tokens[..<start].contains { $0.word.map(Self.auxiliaries.contains) ?? false }
  }

  /// Words of which a verb follows.
  static let auxiliaries: Set<String> = ["did", "do", "does"]
}
