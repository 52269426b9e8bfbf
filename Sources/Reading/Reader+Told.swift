package import Catalog
import Diagnostics
import QueryLanguage

extension Reader {
  /// Whether each of some words takes something away, or makes another quantity.
  package static func restrict(_ words: [String], _ catalog: any CatalogReader) -> Bool {
    words.allSatisfy { catalog.words(named: $0).contains { $0.part == .deny } }
  }

  /// A reading by offices, kept to the part of what is counted that they belong to.
  func keptToPart(_ reading: Reading) -> Reading? {
    guard reading.isByOffices, let part = parts(of: reading).only, part.hasPrefix(reading.statement)
    else { return nil }
    return reading.kept(to: part)
  }

  /// The questions about the parts that are published, where no whole is.
  private func parts(of reading: Reading) -> [String] {
    let instead = instead(reading)
    return instead.areParts ? instead.questions : []
  }

  /// What is said of a line whose words are all known and make no question. A time by itself is one
  /// of anything.
  func unjoined(_ line: Line, _ mentions: [Mention]) -> Readings {
    if let words = NotHeldBeside(.words, line, mentions, catalog)?.words {
      return notHeld(words, line)
    }
    if let shown = shownInstead(of: line, mentions) { return shown }
    if let whole = line.countingAnything(catalog) {
      let found = readings(of: whole, mentions).filter { answers($0.statement) }
      if !found.isEmpty { return .questions(found) }
    }
    guard !line.counted.isEmpty || !line.values.isEmpty else { return .unknown }
    for simpler in line.simpler {
      let found = readings(of: simpler, mentions).filter { answers($0.statement) }
      if !found.isEmpty { return .unjoined(rest: found) }
    }
    return .unjoined(rest: [])
  }

  /// What is shown of a line that no question says, where the catalog has something for what it
  /// keeps to or is broken down by.
  private func shownInstead(of line: Line, _ mentions: [Mention]) -> Readings? {
    guard !line.counted.isEmpty else { return nil }
    let names = line.values.flatMap { $0.alternatives.map(\.dimensionName) } + line.keys
    guard let known = NotHeldBeside(.dimensions(names), line, mentions, catalog),
      case .questions(let shown) = told(known, line, mentions)
    else { return nil }
    return .questions(shown)
  }

  /// Says that something is not held. What may be of anything, as the future, is told with a
  /// question about what the line counts.
  func notHeld(_ words: NotHeldWords, _ line: Line) -> Readings {
    guard let own = line.counted.only?.alternatives.first?.measure,
      let offered = catalog.measure(beginning: words.thing.nearest),
      offered != own, isPaired(words.thing, own), isPaired(words.thing, offered)
    else { return .notHeld(words) }
    let level = own.kind == .flow ? "by fy" : "latest"
    let question = "\(written(own.name)) \(level)"
    return .notHeld(answers(question) ? words.offering([question]) : words)
  }

  private func isPaired(_ thing: NotHeld, _ measure: Measure) -> Bool {
    catalog.notHeld(of: measure.id).contains { $0.thing == thing.id }
  }

  /// A line without the words that nothing in the language can say.
  struct Rest {
    let line: Line
    let words: [String]
    /// Whether the words are known, and never read.
    let isKnown: Bool

    init(_ line: Line, _ mention: Mention) { self.init(line, [mention.text], isKnown: true) }

    init(_ line: Line, _ words: [String], isKnown: Bool) {
      self.line = line
      self.words = words
      self.isKnown = isKnown
    }
  }

  /// What is left where a part of the line cannot be said: causes, where people were sent, a second
  /// thing beside the first that nothing joins to it.
  func rest(of reader: LineReader, _ mentions: [Mention]) -> Rest? {
    var line = reader.line
    if let why = line.asked[.why] {
      line.asked = [:]
      return Rest(line, mentions[why])
    }
    // `when`, `start`, `mean` ask for no figure.
    if let place = line.asked[.fact], let fact = mentions[place].word(.fact),
      !line.answersFact(fact), !mentions[place].has(.compare), !mentions[place].has(.average),
      !isFact(line, mentions)
    {
      line.asked[.fact] = nil
      return Rest(line, mentions[place])
    }
    // Of what is counted in a period, the language has sums of several, and no means.
    if let mean = line.rolling?.mean,
      line.counted.contains(where: { $0.alternatives.first?.measure.kind == .flow })
    {
      return Rest(line, mentions[mean])
    }
    if let level = line.asked[.level], !line.countsLevelsOnly {
      return Rest(line, mentions[level])
    }
    if let place = line.sentTo,
      line.noteOnDestination(mentions[place - 1]) == nil || !reader.leftOver.isEmpty
    {
      line.values = line.values.map(\.withoutPreposition)
      return Rest(line, mentions[place - 1])
    }
    guard reader.leftOver.isEmpty else { return nil }
    if let second = line.unjoined {
      line.counted.removeAll { $0.place == second.place }
      line.asked[.against] = nil
      return Rest(line, [second.text], isKnown: false)
    }
    if let second = line.unjoinedValue {
      line.values.removeAll { $0.place == second.place }
      return Rest(line, mentions[second.place])
    }
    return nil
  }

  func isFact(_ line: Line, _ mentions: [Mention]) -> Bool {
    FactPattern(line, mentions, catalog) != nil
  }

  /// What is said of a line of which something is not held: the same of what is shown instead,
  /// where that has an answer.
  func told(_ known: NotHeldBeside, _ line: Line, _ mentions: [Mention]) -> Readings {
    let shown = known.shown(insteadOf: line, catalog).lazy.compactMap { line in
      answered(readings(of: line, mentions)).first
    }
    return shown.first.map { .questions([$0]) } ?? .notHeld(known.words)
  }

  /// Whether a verb that means one measure is beside a value that has nothing to do with
  /// it: `tourists admitted` are no refugees.
  private func isForeign(_ counted: [Mention.Counted], to line: Line) -> Bool {
    // What has several words is a noun: `smuggling sentences`.
    guard let verb = counted.only, verb.preference >= 3, verb.meaning == .standsIn,
      line.counted.only.map({ !$0.text.contains(" ") }) ?? true
    else { return false }
    let published = catalog.publishedDimensions(of: verb.measure)
    // What the catalog knows not to be held of it has to do with it all the same.
    let known = Set(catalog.notHeld(of: verb.measure.id).map(\.beside))
    return line.values.contains { value in
      !value.alternatives.contains {
        published.contains($0.dimension) || known.contains(Spelling.key(of: $0.dimensionName))
      }
    }
  }

  /// What is said of a reading that has no answer: that it is not held, where the catalog knows of
  /// it, or what of it has an answer.
  func told(_ reading: Reading, _ line: Line, _ mentions: [Mention]) -> Readings {
    // `ports by field office`: the offices are named, and so no ports are meant.
    if !line.keys.isEmpty, let part = keptToPart(reading) { return .questions([part]) }
    if let words = NotHeldBeside(.words, line, mentions, catalog)?.words {
      return notHeld(words, line)
    }
    guard let counted = Choices(line, catalog).all.first?.counted else {
      return .questions([reading])
    }
    if let listed = line.listingPeriods {
      let choices = Choices(listed, catalog)
      let found = readings(of: choices.all, choices.isImplied).filter { answers($0.statement) }
      if let first = found.first { return .questions([first]) }
    }
    if let part = keptToPart(reading) { return .questions([part]) }
    let nearer = instead(reading).questions.prefix(2)
    for less in LessLine.all(of: line, counting: counted, catalog) {
      let choices = Choices(less.line, catalog)
      let found = readings(of: choices.all, choices.isImplied).filter { answers($0.statement) }
      guard let nearest = found.first else { continue }
      // `by type`, where nothing that it can mean is published.
      if case .dimensions(let names) = less.cause, let name = names.first,
        let word = line.looseWords[name]
      {
        return .notRead([word], rest: [nearest], isKnown: true)
      }
      if let known = NotHeldBeside(less.cause, less.told(of: line), mentions, catalog) {
        return told(known, line, mentions)
      }
      if isForeign(counted, to: line) { return .unjoined(rest: []) }
      return .questions([
        reading.offering(nearer.filter { $0 != nearest.statement } + [nearest.statement])
      ])
    }
    return .questions([reading])
  }
}
