import Catalog
import Diagnostics

/// What spellings name, remembered: an article uses few words, and each often.
final class TextLexicon {
  let catalog: any CatalogReader
  private var mentions: [String: Mention?] = [:]
  /// Words with no meaning of their own that were looked up.
  private var plain: Set<String> = []
  private var begun: [String: Bool] = [:]
  private var dimensions: [Int: IDSet] = [:]

  /// More spellings are not remembered, so that memory does not grow with the text.
  private static let most = 50_000

  /// The day of the text.
  private let day: Day?

  init(_ catalog: any CatalogReader, day: Day? = nil) {
    self.catalog = catalog
    self.day = day
  }

  /// Everything that some words can mean; `nil` where nothing is known.
  func mention(_ text: String) -> Mention? {
    if let known = mentions[text] { return known }
    if mentions.count >= Self.most {
      mentions.removeAll(keepingCapacity: true)
      plain.removeAll(keepingCapacity: true)
    }
    let key = Spelling.key(of: text)
    var mention = Mention(text, SourceSpan(0..<text.utf8.count))
    for match in key.isEmpty ? [] : catalog.matches(key: key) {
      if match.kind == .word {
        guard let own = catalog.word(match.target)?.inTexts else { continue }
        // `since Title 42` is a time of its own in typed lines alone.
        if own.part == .period, text.lowercased().hasPrefix("since ") { continue }
        if own.part == .plain {
          plain.insert(text)
          continue
        }
        if own.part.isOfTexts { mention.words.append(own) } else { mention.add(own, catalog) }
      } else if match.kind == .phrase, let own = measure(meantBy: match) {
        mention.counted.append(Mention.Counted(own, match.preference))
      } else if match.kind == .event, let date = catalog.event(match.target)?.period {
        mention.event = mention.event ?? start(date, called: text)
      } else if match.kind == .administration {
        mention.term = mention.term ?? term(match.target, called: text)
      } else {
        mention.add(match, catalog)
      }
    }
    // `to go` is not Togo.
    if text.contains(" "), text == text.lowercased() {
      mention.values.removeAll { !$0.name.contains(" ") && Spelling.key(of: $0.name) == key }
    }
    // `I` is no class of visa.
    if text.utf8.count == 1 { mention.values = [] }
    // A code is one in capitals only: `tons` are no people of Tonga.
    if text.utf8.count <= 4, text != text.uppercased() {
      mention.values.removeAll { $0.preference > 0 && $0.preference < 3 && isCode(text, $0) }
    }
    let found = mention.isUnknown && mention.event == nil && mention.term == nil ? nil : mention
    mentions[text] = .some(found)
    return found
  }

  /// The day of an event; where it begins an administration, of the one that is meant.
  private func start(_ date: Period, called text: String) -> Period {
    let begun = catalog.administrations().first { .day($0.start) == date }
    return begun.flatMap { start(of: term($0.id, called: text)) } ?? date
  }

  /// The administration that a name means: of several of one holder, where the name does not tell
  /// which, the last one that had begun some weeks before the day of the text.
  private func term(_ id: Int, called text: String) -> Int {
    let administrations = catalog.administrations()
    guard let own = administrations.first(where: { $0.id == id }), let day else { return id }
    let words = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
    let holder = Set(own.holder.lowercased().split(separator: " "))
    let plain: Set<Substring> = [
      "president", "administration", "years", "term", "office", "the", "took", "came", "to", "into",
      "was", "inaugurated", "inauguration",
    ]
    guard words.isSubset(of: holder.union(plain))
    else { return id }
    let begun = administrations.last {
      $0.holder == own.holder && $0.start.number + 45 <= day.number
    }
    return begun?.id ?? id
  }

  /// The measure that a phrase is another name of: `encounters between ports`.
  private func measure(meantBy match: NameMatch) -> Measure? {
    guard let phrase = catalog.phrase(match.target) else { return nil }
    return measures.first { !$0.formula.isEmpty && $0.formula == phrase.means }
  }

  /// How many words from a place on a name can have, so that no longer ones are looked up.
  func reach(_ tokens: [TextToken], from start: Int, most: Int) -> Int {
    guard start + 1 < tokens.count, tokens[start].kind != .sign, tokens[start + 1].kind != .sign
    else { return most }
    let first = Spelling.key(of: tokens[start].lower)
    guard !first.isEmpty else { return most }
    guard isBegun(first) else { return 1 }
    guard start + 2 < tokens.count, tokens[start + 2].kind != .sign else { return most }
    return isBegun(first + Spelling.key(of: tokens[start + 1].lower)) ? most : min(2, most)
  }

  private func isBegun(_ key: String) -> Bool {
    if let known = begun[key] { return known }
    if begun.count >= Self.most { begun.removeAll(keepingCapacity: true) }
    let found = catalog.hasSpelling(longerThan: key)
    begun[key] = found
    return found
  }

  /// Whether a short word is spelled otherwise than the name of the value begins.
  private func isCode(_ text: String, _ value: Mention.Value) -> Bool {
    !value.text.lowercased().hasPrefix(text.lowercased().prefix(3))
      || Spelling.key(of: value.text) != Spelling.key(of: text)
  }

  /// Whether a measure is published by calendar year alone.
  func isByCalendarYear(_ measure: Measure) -> Bool {
    let times = catalog.tables(of: measure.id).times
    return times.contains(.calendarYear) && !times.contains(.fiscalYear)
  }

  /// Whether a word keeps what is counted to nothing less.
  func isPlain(_ text: String) -> Bool {
    _ = mention(text)
    return plain.contains(text)
  }

  func words(_ text: String) -> [SpokenWord] { mention(text)?.words ?? [] }

  func word(_ text: String, _ part: SpokenWord.Part) -> SpokenWord? {
    words(text).first { $0.part == part }
  }

  /// Whether words that count crossings are meant: who was met is the known part of who crossed.
  func isOfCrossers(_ counted: Mention.Counted) -> Bool {
    !counted.note.isEmpty && mention("crossed")?.counted.first?.note == counted.note
  }

  /// The dimensions that a measure is published by.
  func dimensions(of measure: Measure) -> IDSet {
    if let known = dimensions[measure.id] { return known }
    let found =
      counted(of: measure).map(catalog.publishedDimensions)
      .flatMap { $0.elements.isEmpty ? nil : $0 } ?? catalog.publishedDimensions(of: measure)
    dimensions[measure.id] = found
    return found
  }

  /// The measure whose figures are summed: that of a formula, which a part is taken of.
  private func counted(of measure: Measure) -> Measure? {
    guard !measure.formula.isEmpty else { return measure }
    let first = measure.formula.split(separator: " ").first.map(String.init) ?? ""
    return catalog.measure(named: first)
  }

  /// The values that a measure keeps what it is a part of to: between ports, for apprehensions.
  func part(of measure: Measure) -> [Mention.Value] {
    guard let equals = measure.formula.lastIndex(of: "=") else { return [] }
    let code = measure.formula[measure.formula.index(after: equals)...].drop { $0 == " " }
    return mention(code.uppercased())?.values ?? []
  }

  private(set) lazy var measures: [Measure] = catalog.measures()

  /// The measures by the last word of their names.
  private(set) lazy var measuresByNoun: [String: [Measure]] = Dictionary(grouping: measures) {
    $0.name.split(separator: " ").last?.lowercased() ?? ""
  }

  /// The measures of a subject.
  private(set) lazy var measuresBySubject: [String: [Measure]] = Dictionary(
    grouping: measures,
    by: \.subject
  )

  private lazy var names = MeasureNames(measures)

  /// The measure with the longest name all of whose words are among some.
  func measure(of words: [String]) -> Measure? { names.measure(of: words) }

  /// The measure that is a part of another and is named by some words beside it: `known or
  /// suspected terrorists`, of ICE removals.
  func part(of whole: Measure, in words: [String]) -> Measure? { names.part(of: whole, in: words) }

  func dimension(named name: String) -> Int? {
    catalog.dimensions().first { $0.name == name }?.id
  }

  /// The dimensions whose values are places, by the words that name their kind.
  private(set) lazy var places: Set<Int> = Set(
    catalog.dimensions().filter { word($0.name, .placeKind) != nil }.map(\.id)
  )

  /// The dimensions whose values act: agencies and their parts.
  private lazy var actors: Set<Int> = Set(
    catalog.dimensions().filter { word($0.name, .actorKind)?.means == "" }.map(\.id)
  )

  /// The same, with those whose values are also parts of a whole: components of an agency.
  private lazy var sides: Set<Int> = actors.union(
    catalog.dimensions().filter { word($0.name, .actorKind) != nil }.map(\.id)
  )

  /// Whether a value may tell who acts, so that nothing is lost where figures are not published by
  /// it.
  func isSide(_ dimension: Int) -> Bool { sides.contains(dimension) }

  /// Whether a value is of those who are employed.
  func isStaff(_ value: Mention.Value) -> Bool {
    catalog.dimension(value.dimension)?.counts.contains { name in
      catalog.measure(named: name)?.countsStaff ?? false
    } ?? false
  }

  func isActor(_ dimension: Int) -> Bool { actors.contains(dimension) }

  func isPlace(_ value: TextTopic.Value) -> Bool { !value.dimensions.isDisjoint(with: places) }

  /// The first day of an administration.
  func start(of administration: Int) -> Period? {
    catalog.administrations().first { $0.id == administration }.map { .day($0.start) }
  }
}
