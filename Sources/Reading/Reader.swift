package import Catalog
import Diagnostics
import QueryLanguage

/// Reads a line that is not in the language. Start reading here: mentions, slots, patterns.
///
/// The same line and the same data give the same readings; nothing is guessed from the likeness of
/// letters.
package struct Reader {
  let catalog: any CatalogReader
  /// Whether a statement of the language can be answered.
  let answers: (String) -> Bool
  /// What can be asked instead of a refused question.
  let instead: (Reading) -> NearerQuestions

  package init(
    _ catalog: any CatalogReader,
    answers: @escaping (String) -> Bool,
    instead: @escaping (Reading) -> NearerQuestions
  ) {
    self.catalog = catalog
    self.answers = answers
    self.instead = instead
  }

  /// No line is longer, in bytes.
  package static let longest = 400
  /// More ways of understanding a line are none.
  static let most = 8

  /// Whether a line has words that only speech has: `how many`, `which`, `did`.
  package static func isSpoken(_ line: String, _ catalog: any CatalogReader) -> Bool {
    let parts: Set<SpokenWord.Part> = [.filler, .amount, .list, .fact, .why, .rise, .fall, .most]
    let words = line.split { $0 == " " || $0 == "," || $0 == "?" }.map(String.init)
    // A statement of another tool, and a clause that lacks what is counted, are told as such.
    guard words.count > 2, let first = words.first?.lowercased(), !Keywords.contains(first),
      !Habits.isOtherTool(first)
    else { return false }
    return words.indices.contains { place in
      guard !Keywords.contains(words[place].lowercased()) else { return false }
      return [words[place], words[place...].prefix(2).joined(separator: " ")].contains { text in
        catalog.words(named: text).contains { parts.contains($0.part) }
      }
    }
  }

  package func readings(of text: String) -> Readings {
    if let remark = SpokenRemark(text, catalog), isIdle(remark.remark) {
      return readings(of: remark.rest).noting(["Not read: `\(remark.remark)`."])
    }
    let whole = readings(ofWhole: text)
    switch whole {
    case .questions: return whole
    case .notRead, .unjoined, .unknown: return sentence(of: text) ?? whole
    case .notHeld:
      // What is not held may be what the other sentences are about.
      return sentence(of: text) ?? whole
    }
  }

  /// What a line means as one sentence.
  func readings(ofWhole text: String) -> Readings {
    let text = SpokenLine(text).spelledOut(catalog).namingPartsFirst(catalog).text
    guard text.utf8.count <= Self.longest, let mentions = mentions(of: text) else {
      return .unknown
    }
    if let named = mentions.first(where: { !$0.holders.isEmpty }) {
      return readings(of: Self.lines(text, naming: named)) ?? readings(mentions)
    }
    guard let slips = Slips(in: text, mentions, catalog) else {
      return mended(readings(mentions), text)
    }
    // What is not read is named as it was typed, and no slip of a short word tells that something
    // is not held.
    let found = readings(of: slips.lines)
    if let found, slips.areOfLongWords || found.isQuestions { return found }
    let typed = mended(readings(mentions), slips.lines[0].text)
    if case .unknown = typed { return found ?? typed }
    return typed
  }

  /// The same with what a line means whose words are spelled as they may have been meant, instead
  /// of what it means without them.
  func mended(_ found: Readings, _ text: String) -> Readings {
    guard case .notRead(let words, _, let isKnown) = found, let typed = self.mentions(of: text),
      let slips = Slips(offering: text, typed, catalog),
      case .questions(let offered)? = readings(of: slips.lines)
    else { return found }
    return .notRead(words, rest: offered, isKnown: isKnown)
  }

  /// The line with each of those whom a name can mean.
  private static func lines(
    _ text: String,
    naming mention: Mention
  ) -> [(text: String, notes: [String])] {
    mention.holders.map { name in
      var bytes = Array(text.utf8)
      bytes.replaceSubrange(mention.span.start..<mention.span.end, with: name.utf8)
      return (String(decoding: bytes, as: UTF8.self), [])
    }
  }

  /// What a line means with each of the words that can be meant: one thing, or one of several.
  func readings(of lines: [(text: String, notes: [String])]) -> Readings? {
    var found: [Reading] = []
    var notHeld: Readings?
    for line in lines {
      guard let mentions = mentions(of: line.text) else { continue }
      switch readings(mentions).noting(line.notes) {
      case .questions(let questions):
        found += questions.filter { new in !found.contains { $0.statement == new.statement } }
      case .notHeld(let words): notHeld = notHeld ?? .notHeld(words)
      case .notRead, .unjoined, .unknown: continue
      }
    }
    return found.isEmpty ? notHeld : .questions(found)
  }

  func mentions(of text: String) -> [Mention]? {
    (try? MentionFinder(text, catalog))?.mentions
  }

  func answered(_ readings: [Reading]) -> [Reading] {
    readings.filter { answers($0.statement) }
  }

  func readings(of line: Line, _ mentions: [Mention]) -> [Reading] {
    if let fact = FactPattern(line, mentions, catalog)?.reading { return [fact] }
    // `so far` is of the year, and an office has its own time.
    if line.periods.contains(where: \.kind.isAdministration),
      line.periods.contains(where: \.isToDate)
    {
      return []
    }
    // `this month last year` is neither.
    if line.saysTwoTimes { return [] }
    // `removals combined` does not say with what.
    if line.isSum, !line.hasSeveral { return [] }
    let choices = Choices(line, catalog)
    let found = readings(of: choices.all, choices.isImplied)
    let answered = answered(found, line)
    if !answered.isEmpty { return Array(answered.prefix(Self.most)) }
    // A name of several things that the language asks back.
    let apart = readings(of: choices.apart, choices.isImplied)
    let told = self.answered(apart, line)
    guard told.isEmpty else { return Array(told.prefix(Self.most)) }
    let wide = readings(of: choices.wide, choices.isImplied).filter { answers($0.statement) }
    guard wide.isEmpty else { return Array(wide.prefix(Self.most)) }
    if line.values.contains(where: { $0.isShared(in: catalog) }),
      let part = (apart + readings(of: choices.wide, choices.isImplied)).lazy
        .compactMap(keptToPart).first
    {
      return [part]
    }
    if let years = line.rankingYears {
      let choices = Choices(years, catalog)
      let own = readings(of: choices.all, choices.isImplied).filter { answers($0.statement) }
      if !own.isEmpty { return Array(own.prefix(Self.most)) }
    }
    // Why there is no answer is said of the first that is plain about what it means.
    let plain = line.values.contains { $0.isShared(in: catalog) } ? apart : found
    return plain.first { isLanguage($0.statement) }.map { [$0] } ?? []
  }
}
