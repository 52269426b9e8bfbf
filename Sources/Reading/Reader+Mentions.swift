import Catalog
import Diagnostics
import QueryLanguage

extension Reader {
  func readings(_ mentions: [Mention]) -> Readings {
    if let told = thingNotHeld(mentions) { return told }
    let reader = LineReader(mentions, catalog)
    if let rest = rest(of: reader, mentions) { return told(rest, reader.line, mentions) }
    let line = line(of: reader, mentions)
    if let told = notHeld(of: line, reader, mentions) { return told }
    let found = line.meant(by: catalog).flatMap {
      readings(ofUsual: $0, mentions) ?? readings(of: $0, mentions)
    }
    guard reader.leftOver.isEmpty else {
      return unread(reader.leftOver, found, line, mentions)
    }
    if line.isHeadless { return .unjoined(rest: answered(found)) }
    let others = line.alsoCounting(mentions, catalog)
    if !others.isEmpty {
      let all = others.flatMap { answered(readings(of: $0, mentions)) } + answered(found)
      return all.count > 1 ? .questions(Array(all.prefix(Self.most))) : .unjoined(rest: all)
    }
    guard let only = found.only, !answers(only.statement) else {
      return found.isEmpty ? unjoined(line, mentions) : .questions(found)
    }
    return told(only, line, mentions)
  }

  /// That something is not held which the words name, whatever else is there. Of whom something is
  /// asked is told only where nothing else is: `taxes of immigrants`.
  private func thingNotHeld(_ mentions: [Mention]) -> Readings? {
    // `TSA agents` are not the agents whose number is known not to be held.
    let notHeld = mentions.indices.filter { place in
      mentions[place].isNotHeld && !(place > 0 && mentions[place - 1].isOnlyDenial)
    }.map { mentions[$0] }
    guard let held = notHeld.first(where: { !$0.has(.kind) }) ?? notHeld.first,
      let words = NotHeldWords(at: held.text, catalog: catalog)
    else { return nil }
    let end = mentions.last?.span.end ?? 0
    let told = NotHeldWords(
      words.thing,
      SourceSpan(mentions[0].span.start..<end),
      unread: mentions.filter(\.isUnknown).map(\.text)
    )
    return self.notHeld(told, LineReader(mentions, catalog).line)
  }

  /// What is said of a line of which a part cannot be said.
  private func told(_ rest: Rest, _ line: Line, _ mentions: [Mention]) -> Readings {
    let offered = rest.line.counted.isEmpty ? [] : readings(of: rest.line, mentions)
    guard let words = NotHeldBeside(.words, line, mentions, catalog)?.words else {
      return .notRead(rest.words, rest: answered(offered), isKnown: rest.isKnown)
    }
    // Where people were sent is not held, and of whom they are citizens is.
    let nearer = line.sentTo != nil ? answered(offered).map(\.statement) : []
    return nearer.isEmpty ? notHeld(words, line) : .notHeld(words.offering(nearer))
  }

  /// The line that is asked, without what adds nothing to it.
  private func line(of reader: LineReader, _ mentions: [Mention]) -> Line {
    var line = reader.line.withoutNewestTerm(catalog).countingWhatCame(mentions, catalog)
      .rankingMeans(catalog)
    guard let place = reader.line.sentTo else { return line }
    if line.sentTo != nil { line.values = line.values.map(\.withoutPreposition) }
    if let note = reader.line.noteOnDestination(mentions[place - 1]) { line.notes.append(note) }
    return line
  }

  /// What is known not to be held of a line, before it is looked for.
  private func notHeld(
    of line: Line,
    _ reader: LineReader,
    _ mentions: [Mention]
  ) -> Readings? {
    let isRead = reader.leftOver.isEmpty
    if isRead, line.asksForResidents(catalog),
      let words = NotHeldBeside(.residents, line, mentions, catalog)?.words
    {
      return .notHeld(words)
    }
    if line.asksForNow, let known = NotHeldBeside(.now, line, mentions, catalog) {
      return isRead ? told(known, line, mentions) : .notHeld(known.words)
    }
    let people = Self.people(in: mentions)
    guard isRead, !people.isEmpty,
      let words = NotHeldBeside(.words, line, people, catalog)?.words
    else { return nil }
    return notHeld(words, line)
  }

  /// What is said of a line with words that have no part in it.
  private func unread(
    _ leftOver: [Mention],
    _ found: [Reading],
    _ line: Line,
    _ mentions: [Mention]
  ) -> Readings {
    if let words = NotHeldBeside(.words, line, mentions, catalog)?.words {
      return notHeld(words, line)
    }
    // What may not be added up is refused, whatever else the line says.
    if !leftOver.contains(where: { $0.has(.deny) }), let sum = refusedSum(of: line, found) {
      return .questions([sum])
    }
    // Of a first word that nothing knows the language says that it is no measure.
    let isFirst = mentions[0].isUnknown && leftOver.only?.span == mentions[0].span
    guard !line.counted.isEmpty || !line.values.isEmpty || !isFirst else { return .unknown }
    // What is known not to be held needs not all of the words.
    if let first = found.first, answered(found).isEmpty,
      case .notHeld(let words) = told(first, line, mentions)
    {
      let unread = leftOver.map(\.text)
      return .notHeld(NotHeldWords(words.thing, words.span, unread: unread))
    }
    return .notRead(
      leftOver.map(\.text),
      // What would be counted was not said.
      rest: line.counted.isEmpty ? [] : answered(found),
      isKnown: leftOver.contains { $0.has(.deny) }
    )
  }

  /// The sum that a line asks for of what the language does not add up.
  private func refusedSum(of line: Line, _ found: [Reading]) -> Reading? {
    guard line.isSum, line.counted.count > 1, answered(found).isEmpty else { return nil }
    return found.first { isLanguage($0.statement) && $0.statement.contains(" + ") }
  }

  /// Kinds of things after a word like `on`, which add nothing only where nothing is known of them:
  /// `drugs found on migrants`.
  private static func people(in mentions: [Mention]) -> [Mention] {
    mentions.indices.dropFirst().filter { place in
      let before = mentions[place - 1]
      return mentions[place].has(.kind)
        && (before.has(.place) || before.has(.origin) || before.has(.with) || before.has(.each))
    }.map { mentions[$0] }
  }
}
