import Catalog
import Diagnostics

/// What spellings name, remembered: an article uses few words, and each often.
final class TextLexicon {
  let catalog: any CatalogReader
  /// Where in `found` what a spelling names is; `none` for most, which name nothing.
  private var places: [String: Int32] = [:]
  private var found: [Mention] = []
  private static let none: Int32 = -1
  /// Words with no meaning of their own that were looked up.
  private var plain: Set<String> = []
  private var begun: [String: Bool] = [:]
  private var dimensions: [Int: IDSet] = [:]
  /// The first days that are held, by measure.
  var starts: [Int: Day?] = [:]

  /// More spellings are not remembered, so that memory does not grow with the text.
  private static let most = 50_000

  /// The day of the text.
  let day: Day?

  init(_ catalog: any CatalogReader, day: Day? = nil) {
    self.catalog = catalog
    self.day = day
  }

  /// Everything that some words can mean; `nil` where nothing is known.
  func mention(_ text: String) -> Mention? {
    let place = place(of: text)
    return place == Self.none ? nil : found[Int(place)]
  }

  private func place(of text: String) -> Int32 {
    if let known = places[text] { return known }
    if places.count >= Self.most {
      places.removeAll(keepingCapacity: true)
      found.removeAll(keepingCapacity: true)
      plain.removeAll(keepingCapacity: true)
    }
    var place = Self.none
    if let mention = lookedUp(text) {
      place = Int32(found.count)
      found.append(mention)
    }
    places[text] = place
    return place
  }

  /// What some words can mean, from the catalog.
  private func lookedUp(_ text: String) -> Mention? {
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
    return mention.isUnknown && mention.event == nil && mention.term == nil ? nil : mention
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
    _ = place(of: text)
    return plain.contains(text)
  }

  func words(_ text: String) -> [SpokenWord] {
    let place = place(of: text)
    return place == Self.none ? [] : found[Int(place)].words
  }

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

  func dimension(named name: String) -> Int? { dimensionsByName[name] }

  private lazy var dimensionsByName = Dictionary(
    catalog.dimensions().map { ($0.name, $0.id) },
    uniquingKeysWith: { first, _ in first }
  )

  /// The dimensions whose values are places, by the words that name their kind.
  private(set) lazy var placeDimensions: Set<Int> = Set(
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

  func isPlace(_ value: TextTopic.Value) -> Bool {
    !value.dimensions.isDisjoint(with: placeDimensions)
  }
}
