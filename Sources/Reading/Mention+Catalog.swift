import Catalog
import QueryLanguage

extension Mention {
  /// Adds one thing that the words name.
  mutating func add(_ match: NameMatch, _ catalog: any CatalogReader) {
    switch match.kind {
    case .measure:
      guard let measure = catalog.measure(match.target) else { return }
      counted.append(Counted(measure, match.preference))
    case .dimension:
      if let dimension = catalog.dimension(match.target) { add(key: dimension.name) }
    case .member:
      guard let member = catalog.member(match.target), member.rest == .none,
        !Self.isWordLikeCode(match, text, catalog)
      else { return }
      values.append(Value(written(member.name), of: member.dimension, match.preference, catalog))
    case .group:
      guard let group = catalog.group(match.target) else { return }
      values.append(Value(written(group.name), of: group.dimension, match.preference, catalog))
    case .phrase: catalog.phrase(match.target).map { add($0, match.preference, catalog) }
    case .notHeld: notHeld = catalog.notHeld(match.target)
    case .word: catalog.word(match.target).map { add($0, catalog) }
    // The language reads them where a period may be.
    case .event, .administration: break
    }
  }

  /// Words that people use for several values of one dimension mean each of them, although one has
  /// the name: `Congo`.
  mutating func levelValues() {
    let spoken = values.filter { $0.preference == 3 }
    guard spoken.count > 1 else { return }
    values.removeAll { value in
      value.preference < 3
        && spoken.count { $0.dimension == value.dimension } > 1
        && spoken.contains { $0.dimension == value.dimension && $0.name == value.name }
    }
  }

  /// A code of a country or a state is one in capitals only: `sur` is no `SUR`, and `In` no `IN`.
  static func isWordLikeCode(
    _ match: NameMatch,
    _ text: String,
    _ catalog: any CatalogReader
  ) -> Bool {
    guard match.preference >= NameMatch.alias, text != text.uppercased() else { return false }
    let length = Spelling.key(of: text).utf8.count
    let dimension = catalog.dimension(catalog.member(match.target)?.dimension ?? 0)?.key
    return length <= 3 && dimension == "citizenship" || length <= 2 && dimension == "state"
  }

  /// A phrase means a measure, a value, or something that only the language can say.
  private mutating func add(_ phrase: Phrase, _ preference: Int, _ catalog: any CatalogReader) {
    if phrase.standsForValue {
      if let value = Value(phrase.means, preference, catalog) { values.append(value) }
      return
    }
    guard !phrase.means.isEmpty else { return }
    let first = String(phrase.means.split(separator: " ")[0])
    guard let measure = catalog.measure(named: first) else { return }
    let isPlain = first == phrase.means
    counted.append(
      Counted(
        expression: isPlain ? written(measure.name) : written(phrase.phrase),
        measure: measure,
        values: [],
        note: isPlain ? phrase.note : "",
        preference: preference
      )
    )
  }

  mutating func add(_ word: SpokenWord, _ catalog: any CatalogReader) {
    if !word.part.isOfTexts { words.append(word) }
    switch word.part {
    case .counted: if let counted = Counted(word, catalog) { self.counted.append(counted) }
    case .topic:
      counted += word.means.parts(between: "; ").compactMap { name in
        catalog.measure(named: name).map { Counted(topic: word, $0) }
      }
    case .value:
      if var value = Value(word.means, 3, catalog) {
        value.note = word.note
        values.append(value)
      }
    case .key: add(key: word.means)
    case .often:
      add(
        key: word.means.hasPrefix("every ")
          ? String(word.means.dropFirst("every ".count)) : word.means
      )
    default: break
    }
  }
}

extension Mention.Counted {
  /// What a word says: a measure, perhaps kept to values.
  init?(_ word: SpokenWord, _ catalog: any CatalogReader) {
    self.init(word.means, note: word.note, meaning: word.meaning, catalog)
  }

  /// A measure, perhaps kept to values: `CBP book-outs for released by Border Patrol`.
  init?(
    _ text: String,
    note: String,
    meaning: SpokenWord.Meaning = .same,
    _ catalog: any CatalogReader
  ) {
    let parts = text.parts(between: " for ")
    guard let measure = catalog.measure(named: parts[0]) else { return nil }
    let names = parts.count > 1 ? parts[1].parts(between: ", ") : []
    self.init(
      expression: written(measure.name),
      measure: measure,
      values: names.map { Mention.Value($0, keptBy: measure, catalog) },
      note: note,
      preference: 3,
      meaning: meaning
    )
  }

  /// One of the measures that a word is about.
  init(topic word: SpokenWord, _ measure: Measure) {
    self.init(
      expression: written(measure.name),
      measure: measure,
      values: [],
      note: word.note,
      preference: 5
    )
  }

  init(_ measure: Measure, _ preference: Int) {
    self.init(
      expression: written(measure.name),
      measure: measure,
      values: [],
      note: "",
      preference: preference
    )
  }
}

extension Mention.Value {
  /// From `dimension=member`, as the catalog writes it; from `dimension!=member`, everything else.
  init?(_ text: String, _ preference: Int, _ catalog: any CatalogReader) {
    let except = text.parts(between: "!=")
    if except.count == 2 {
      self.init("\(except[0])=\(except[1])", preference, catalog)
      self = excluded
      return
    }
    let sides = text.split(separator: "=").map(String.init)
    guard sides.count == 2 else { return nil }
    for match in catalog.matches(key: Spelling.key(of: sides[1])) {
      let found: (name: String, dimension: Int)? =
        switch match.kind {
        case .member: catalog.member(match.target).map { ($0.name, $0.dimension) }
        case .group: catalog.group(match.target).map { ($0.name, $0.dimension) }
        default: nil
        }
      guard let found, catalog.dimension(found.dimension)?.key == sides[0] else { continue }
      self.init(written(found.name), of: found.dimension, preference, catalog)
      return
    }
    return nil
  }

  /// A value that a word keeps a measure to: the first of its name that it is published by.
  init(_ name: String, keptBy measure: Measure, _ catalog: any CatalogReader) {
    let published = catalog.publishedDimensions(of: measure)
    let dimensions = catalog.matches(key: Spelling.key(of: name)).compactMap { match in
      switch match.kind {
      case .member: catalog.member(match.target)?.dimension
      case .group: catalog.group(match.target)?.dimension
      default: nil
      }
    }
    let own = dimensions.first(where: published.contains) ?? dimensions.first ?? 0
    self.init(name, of: own, 3, catalog)
  }
}

extension CatalogReader {
  /// The words of speech that a text is.
  func words(named text: String) -> [SpokenWord] {
    matches(key: Spelling.key(of: text)).compactMap { $0.kind == .word ? word($0.target) : nil }
      .filter { !$0.part.isOfTexts }
  }

  /// The measure whose name a question begins with.
  func measure(beginning question: String) -> Measure? {
    let words = question.split(separator: " ")
    return words.indices.reversed().lazy
      .compactMap { self.measure(named: words[...$0].joined(separator: " ")) }.first
  }

  func measure(named text: String) -> Measure? {
    matches(key: Spelling.key(of: text)).first { $0.kind == .measure }.flatMap {
      measure($0.target)
    }
  }
}

/// A name of the catalog as the language takes it: one word in lower case, in quotes where it needs
/// them.
func written(_ name: String) -> String {
  let isOneWord = !name.contains(" ") && name.dropFirst().allSatisfy { !$0.isUppercase }
  let text = isOneWord ? name.lowercased() : name
  return Keywords.needsQuotes(text) ? "\"\(text)\"" : text
}
