package import Catalog
import Diagnostics
import QueryLanguage

/// Reads a line that is not in the language. Start reading here: mentions, slots, patterns.
///
/// The same line and the same data give the same readings; nothing is guessed from the likeness of
/// letters.
package struct Reader {
  private let catalog: any CatalogReader
  /// Whether a statement of the language can be answered.
  private let answers: (String) -> Bool

  package init(_ catalog: any CatalogReader, answers: @escaping (String) -> Bool) {
    self.catalog = catalog
    self.answers = answers
  }

  /// No line is longer, in bytes.
  package static let longest = 400
  /// More ways of understanding a line are none.
  private static let most = 8

  package func readings(of text: String) -> Readings {
    guard text.utf8.count <= Self.longest, let mentions = mentions(of: text) else {
      return .unknown
    }
    guard let slips = Slips(in: text, mentions, catalog) else { return readings(mentions) }
    return readings(of: slips)
  }

  /// What a line means with each of the words that can be meant: one thing, or one of several.
  private func readings(of slips: Slips) -> Readings {
    var found: [Reading] = []
    var other = Readings.unknown
    for line in slips.lines {
      guard let mentions = mentions(of: line.text) else { continue }
      let own = readings(mentions).noting(line.notes)
      guard case .questions(let questions) = own else {
        if case .unknown = other { other = own }
        continue
      }
      found += questions.filter { new in !found.contains { $0.statement == new.statement } }
    }
    return found.isEmpty ? other : .questions(found)
  }

  private func mentions(of text: String) -> [Mention]? {
    (try? MentionFinder(text, catalog))?.mentions
  }

  private func readings(_ mentions: [Mention]) -> Readings {
    if let held = mentions.first(where: { $0.isNotHeld }),
      let words = NotHeldWords(at: held.text, catalog: catalog)
    {
      return .notHeld(words)
    }
    let reader = LineReader(mentions, catalog)
    if let why = reader.line.asked[.why] {
      var line = reader.line
      line.asked = [:]
      return .notRead([mentions[why].text], rest: readings(of: line, mentions), isKnown: true)
    }
    if let place = reader.line.sentTo {
      var line = reader.line
      line.values = line.values.map(\.withoutPreposition)
      if let note = reader.line.noteOnDestination(mentions[place - 1]), reader.leftOver.isEmpty {
        line.notes.append(note)
        return .questions(readings(of: line, mentions))
      }
      return .notRead([mentions[place - 1].text], rest: readings(of: line, mentions), isKnown: true)
    }
    if let second = reader.line.unjoined, reader.leftOver.isEmpty {
      var line = reader.line
      line.counted.removeAll { $0.place == second.place }
      return .notRead([second.text], rest: readings(of: line, mentions), isKnown: false)
    }
    if let second = reader.line.unjoinedValue, reader.leftOver.isEmpty {
      var line = reader.line
      line.values.removeAll { $0.place == second.place }
      return .notRead([second.text], rest: readings(of: line, mentions), isKnown: true)
    }
    let found = readings(of: reader.line, mentions)
    guard reader.leftOver.isEmpty else {
      let names = reader.leftOver.map(\.text)
      guard !reader.line.counted.isEmpty || !reader.line.values.isEmpty else { return .unknown }
      return .notRead(
        names,
        rest: found,
        isKnown: reader.leftOver.contains { $0.has(.deny) }
      )
    }
    return found.isEmpty ? .unknown : .questions(found)
  }

  private func readings(of line: Line, _ mentions: [Mention]) -> [Reading] {
    if let fact = FactPattern(line, mentions, catalog)?.reading { return [fact] }
    // `so far` is of the year, and an office has its own time.
    if line.periods.contains(where: \.kind.isAdministration),
      line.periods.contains(where: \.isToDate)
    {
      return []
    }
    let choices = Choices(line, catalog)
    let found = readings(of: choices.all, choices.isImplied)
    let answered = found.filter { answers($0.statement) }
    if !answered.isEmpty { return Array(answered.prefix(Self.most)) }
    // A name of several things that the language asks back.
    let apart = readings(of: choices.apart, choices.isImplied)
    let told = apart.filter { answers($0.statement) }
    guard told.isEmpty else { return Array(told.prefix(Self.most)) }
    // Why there is no answer is said of the first that is plain about what it means.
    let plain = line.values.contains { $0.isShared(in: catalog) } ? apart : found
    return plain.first { isLanguage($0.statement) }.map { [$0] } ?? []
  }

  /// Whether a statement can be read, whatever the data say of it.
  private func isLanguage(_ statement: String) -> Bool {
    (try? Query(parsing: statement, catalog: catalog)) != nil
      || (try? Check(parsing: statement, catalog: catalog)) != nil
  }

  /// What each choice says, without repeats.
  private func readings(of choices: [Choice], _ isImplied: Bool) -> [Reading] {
    var found: [Reading] = []
    for choice in choices {
      // A number that is stated has a part in a statement only.
      let patterns = choice.line.amounts.isEmpty ? Patterns.all : [StatementPattern.self]
      guard let text = patterns.lazy.compactMap({ $0.statement(of: choice) }).first else {
        continue
      }
      let reading = Reading(statement: text, notes: choice.notes)
      // Of what is listed for a value, the first that has an answer is meant.
      if isImplied, answers(text) { return [reading] }
      if !found.contains(where: { $0.statement == text }) { found.append(reading) }
    }
    return found
  }
}
