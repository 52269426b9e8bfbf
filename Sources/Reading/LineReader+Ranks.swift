import Catalog
import QueryLanguage

/// Words whose rank hangs on what is counted, and what is set against all other periods.
extension LineReader {
  /// `worst year`, `best month ever`: of other things nobody says what is good.
  func isRankOfPeriods(_ mention: Mention) -> Bool {
    guard
      mention.words.contains(where: { $0.part == .most && Line.Merit(rawValue: $0.means) != nil }
      )
    else { return false }
    let next = mentions[(place + 1)...].first { !$0.has(.filler) && $0.number == nil }
    // Neither of presidents nor of countries is it said which is the worst.
    let people = ["administration", "citizenship", "region"]
    return next.map { other in
      other.has(.ever) || other.key.map { !people.contains($0) } ?? false
    } ?? false
  }

  /// Keeps which end a word means by what is good; `false` for other words.
  mutating func readMerit(_ mention: Mention) -> Bool {
    let merits = mention.words.lazy.filter { $0.part == .most }
      .compactMap { Line.Merit(rawValue: $0.means) }
    guard let merit = merits.first, mention.counted.isEmpty else { return false }
    line.merit = (merit, mention.text)
    line.asked[.most] = place
    return true
  }

  /// `than in any year since 1970`: all periods of a unit are what one is set against.
  mutating func readAnyOther(_ word: SpokenWord) {
    line.comparesWithAny = true
    line.asked[.ever] = place
    let sides: [(String, SpokenWord.Part)] = [("any more", .rise), ("any less", .fall)]
    for (means, part) in sides where word.means == means { line.asked[part] = place }
  }

  mutating func rank(by word: SpokenWord, _ mention: Mention) {
    let records = mention.words.filter {
      ($0.part == .most || $0.part == .least) && $0.means.hasPrefix("record")
    }
    if let record = records.last {
      line.saysRecord = true
      line.saysNow = record.means == "record now"
    }
    if isPredicate(of: word) { line.saysNow = true }
    if word.part == .most, word.means == "majority" { line.saysMost = true }
    if word.means == "things" { line.ranksThings = true }
  }

  /// Whether a word says of what was named before it how it is now: `removals lowest since 1996`,
  /// where `lowest removals since 1996` are looked for.
  private func isPredicate(of word: SpokenWord) -> Bool {
    guard !mentions[place].isAfterComma, word.means.isEmpty, place + 1 < mentions.count,
      !line.counted.isEmpty,
      line.counted.allSatisfy({ $0.place < place }), line.keys.isEmpty, line.looseKeys.isEmpty,
      !line.asks(.fact), !line.asks(.list), line.periods.isEmpty
    else { return false }
    let next = mentions[place + 1]
    return next.clause is SinceClause || next.has(.since)
  }

  /// `percent of`, `with share of total`; `as a share of`, after which the whole is named.
  mutating func readShare(_ word: SpokenWord, _ mention: Mention) {
    if preposition == .with || isJoined || mention.isAfterComma { line.showsShare = true }
    if mention.words.contains(where: { $0.means == "whole" }) { line.wholeAfter = place }
    for part in mention.words.map(\.part) { line.asked[part] = line.asked[part] ?? place }
  }

  /// `the same period last year`: what was named, a year before.
  mutating func readSamePeriod() {
    line.samePeriod = place
    line.asked[.against] = line.asked[.against] ?? place
    preposition = nil
  }
}

extension LineReader {
  /// `when did it pass 3 million`, `the last time it was under 10,000`: one of the periods is
  /// asked for, the first where only `when` is said.
  mutating func keepCrossing() {
    guard let place = line.asked[.fact], let means = mentions[place].word(.fact)?.means,
      let amount = line.amounts.only, place < amount.place
    else { return }
    let isYear = means == "when fy"
    guard isYear || ["when", "when last"].contains(means) else { return }
    line.crossing = means == "when last" ? .last : .first
    if isYear, line.keys.isEmpty { line.keys = ["fy"] }
  }
}
