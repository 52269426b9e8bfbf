import Catalog
import QueryLanguage

extension LineReader {
  /// The value of the dimension that is named beside it: `miami field office`. That name has its
  /// part then.
  mutating func told(_ values: [Mention.Value]) -> [Mention.Value]? {
    guard values.count > 1 else { return nil }
    for beside in [place + 1, place - 1] where mentions.indices.contains(beside) {
      guard let key = mentions[beside].key, mentions[beside].counted.isEmpty else { continue }
      let own = values.filter { catalog.dimension($0.dimension)?.name == key }
      guard let value = own.first else { continue }
      if beside > place { kinds.insert(beside) }
      return [value.tested]
    }
    return nil
  }

  mutating func add(_ found: [Mention.Value], _ mention: Mention) -> Bool {
    let values =
      preposition == .place
      ? placesAmong(found) : preposition == .origin ? countriesAmong(found) : found
    let isCountry = catalog.dimension(values[0].dimension)?.key == "citizenship"
    // Where people were sent is not published, and a figure in a country is no figure of its
    // citizens.
    if isCountry, preposition == .place, !isAfterExcept, !isPartOfKind(values) {
      isPrepositionLeftOver = true
      return false
    }
    var alternatives = told(values) ?? values
    if isAfterExcept || isListedAsLeftOut { alternatives = alternatives.map(\.excluded) }
    isAfterExcept = false
    rankMembers(of: alternatives, mention)
    line.values.append(
      Line.Value(
        alternatives: alternatives,
        place: place,
        preposition: preposition,
        text: mention.text,
        isKind: mention.has(.kind),
        isJoined: mention.isAfterComma || isJoined,
        isAlternative: isAfterOr,
        isWhole: preposition != nil && namesWhole
      )
    )
    return true
  }

  /// `top southwest sectors`, `which central american country had the most`: where a ranking names
  /// several values together with what they are, each of them is ranked.
  private mutating func rankMembers(of values: [Mention.Value], _ mention: Mention) {
    guard line.asks(.most) || line.asks(.least), line.keys.isEmpty, line.looseKeys.isEmpty,
      preposition == nil
    else { return }
    let words = mention.text.split(separator: " ").dropFirst().suffix(1).map(String.init)
    let next = place + 1 < mentions.count ? [mentions[place + 1].text] : []
    for word in words + next {
      let kind = catalog.dimension(calledBy: word)
      guard let kind, values.contains(where: { catalog.holdsSeveral($0, of: kind) }) else {
        continue
      }
      line.looseKeys.append(Line.LooseKey(key: kind.name, isPlural: word.hasSuffix("s")))
      return
    }
  }

  /// Whether it tells which of a kind are meant: `countries in central america`.
  private func isPartOfKind(_ values: [Mention.Value]) -> Bool {
    guard leadPlace == place - 1, leadPlace > 0,
      let key = mentions[leadPlace - 1].key, let kind = catalog.dimension(calledBy: key)
    else { return false }
    return values.contains { catalog.holdsSeveral($0, of: kind) }
  }

  /// Of a name of a country and of a place, the place: what happened `in georgia` is of the state.
  private func placesAmong(_ values: [Mention.Value]) -> [Mention.Value] {
    let kinds = ["border", "sector", "state", "field_office"]
    let places = values.filter { value in
      catalog.dimension(value.dimension).map { kinds.contains($0.key) } ?? false
    }
    return places.isEmpty ? values : places
  }

  /// Of a name of a country and of a place, the country: people `from georgia` are its citizens.
  private func countriesAmong(_ values: [Mention.Value]) -> [Mention.Value] {
    let countries = values.filter { catalog.dimension($0.dimension)?.key == "citizenship" }
    return countries.isEmpty ? values : countries
  }

  /// `mexicans vs everyone else`: all of a dimension but the value named last.
  mutating func addOthers(_ mention: Mention) -> Bool {
    guard let last = line.values.last, !last.isExcluded,
      isAfterAgainst || isJoined, line.values.count == 1
    else { return false }
    line.values.append(
      Line.Value(
        alternatives: last.alternatives.map(\.excluded),
        place: place,
        text: mention.text,
        isKind: false,
        isJoined: true
      )
    )
    return true
  }
}
