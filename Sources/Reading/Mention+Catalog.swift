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
      if key == nil { key = catalog.dimension(match.target)?.name }
    case .member:
      guard let member = catalog.member(match.target), member.rest == .none,
        !isWordLikeCode(match, catalog)
      else { return }
      values.append(
        Value(text: written(member.name), dimension: member.dimension, preference: match.preference)
      )
    case .group:
      guard let group = catalog.group(match.target) else { return }
      values.append(
        Value(text: written(group.name), dimension: group.dimension, preference: match.preference)
      )
    case .phrase: catalog.phrase(match.target).map { add($0, match.preference, catalog) }
    case .notHeld: notHeld = catalog.notHeld(match.target)
    case .word: catalog.word(match.target).map { add($0, catalog) }
    // The language reads them where a period may stand.
    case .event, .administration: break
    }
  }

  /// A code of a country is one in capitals only: `sur` is no `SUR`.
  private func isWordLikeCode(_ match: NameMatch, _ catalog: any CatalogReader) -> Bool {
    match.preference > 1 && Spelling.key(of: text).utf8.count <= 3 && text != text.uppercased()
      && catalog.dimension(catalog.member(match.target)?.dimension ?? 0)?.key == "citizenship"
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
    case .counted:
      let parts = word.means.parts(between: " for ")
      guard let measure = catalog.measure(named: parts[0]) else { return }
      let values = parts.count > 1 ? parts[1].parts(between: ", ") : []
      counted.append(
        Counted(
          expression: written(measure.name),
          measure: measure,
          values: values,
          note: word.note,
          preference: 3
        )
      )
    case .value: if let value = Value(word.means, 3, catalog) { values.append(value) }
    case .key, .often: if key == nil { key = word.means }
    default: break
    }
  }
}

extension Mention.Counted {
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
  /// From `dimension=member`, as the catalog writes it.
  init?(_ text: String, _ preference: Int, _ catalog: any CatalogReader) {
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
      self.init(text: written(found.name), dimension: found.dimension, preference: preference)
      return
    }
    return nil
  }
}

extension CatalogReader {
  /// The words of speech that a text is.
  func words(named text: String) -> [SpokenWord] {
    matches(key: Spelling.key(of: text)).compactMap { $0.kind == .word ? word($0.target) : nil }
      .filter { !$0.part.isOfTexts }
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

extension String {
  /// The parts between separators, one where there is none.
  fileprivate func parts(between separator: String) -> [String] {
    var parts = [""]
    var rest = self[...]
    while let first = rest.first {
      if rest.hasPrefix(separator) {
        parts.append("")
        rest = rest.dropFirst(separator.count)
      } else {
        parts[parts.count - 1].append(first)
        rest = rest.dropFirst()
      }
    }
    return parts
  }
}
