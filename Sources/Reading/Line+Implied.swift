import Catalog

/// What a line may count that names nothing to count, besides what is mostly counted of its values.
extension Line {
  /// The same line about each of the other things that it may be about: of `immigrants from india`
  /// those who got green cards, of an agency by itself what it does.
  func alsoCounting(_ mentions: [Mention], _ catalog: any CatalogReader) -> [Line] {
    guard counted.isEmpty, !values.isEmpty else { return [] }
    let kinds = mentions.compactMap { $0.word(.kind)?.means }
    if let name = kinds.first(where: { !$0.isEmpty }), let measure = catalog.measure(named: name) {
      return [counting(measure)]
    }
    guard let agency = onlyAgency(catalog) else { return [] }
    var line = self
    line.values = []
    return deeds(of: agency, catalog).map(line.counting)
  }

  /// The same about what a word before its values is counted in, `people who came from africa`,
  /// where nothing to count is named.
  func countingWhatCame(_ mentions: [Mention], _ catalog: any CatalogReader) -> Line {
    let measures = mentions.lazy.compactMap { $0.word(.origin)?.means }
      .compactMap { catalog.measure(named: $0) }
    guard counted.isEmpty, !values.isEmpty, let measure = measures.first else { return self }
    return counting(measure)
  }

  private func counting(_ measure: Measure) -> Line {
    var line = self
    let own = Counted(
      alternatives: [Mention.Counted(measure, 0)],
      place: 0,
      text: measure.name,
      preposition: nil
    )
    line.counted = [own]
    return line
  }

  /// The name of the agency that is all that the line names besides a time.
  private func onlyAgency(_ catalog: any CatalogReader) -> String? {
    guard let only = values.only, keys.isEmpty, looseKeys.isEmpty, asked.isEmpty,
      let agency = only.alternatives.first,
      catalog.dimension(agency.dimension)?.key == "agency"
    else { return nil }
    return only.text
  }

  /// The first measure of each subject that has an agency in its name.
  private func deeds(of agency: String, _ catalog: any CatalogReader) -> [Measure] {
    let own = Spelling.key(of: agency)
    var found: [Measure] = []
    for measure in catalog.measures()
    where !found.contains(where: { $0.subject == measure.subject }) {
      let words = measure.name.split(separator: " ").map { Spelling.key(of: String($0)) }
      if words.contains(own) { found.append(measure) }
    }
    return found
  }
}
