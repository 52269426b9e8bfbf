import Catalog

/// Words that people type and that are not names of the catalog.
enum PhraseTopic: Topic {
  static let name = "phrase"
  static let plural = "phrases"
  static let summary = "a word of speech, and what is shown for it"

  static func pages(on name: TypedName, in catalogIndex: CatalogIndex) -> [Description] {
    name.targets(.phrase, in: catalogIndex).compactMap(catalogIndex.catalog.phrase).map { phrase in
      page(phrase, catalogIndex)
    }
  }

  private static func page(_ phrase: Phrase, _ catalogIndex: CatalogIndex) -> Description {
    let meant = meaning(of: phrase, catalogIndex)
    var page = Description(phrase.phrase, name)
    if !meant.isEmpty { page.add("Read as \(meant).") }
    page.add(phrase.note)
    page.add("to ask next", lines: questions(phrase, catalogIndex))
    return page
  }

  private static func meaning(of phrase: Phrase, _ catalogIndex: CatalogIndex) -> String {
    if let measure = catalogIndex.measure(phrase.means) { return "the measure `\(measure.name)`" }
    if phrase.standsForValue { return catalogIndex.words(ofFilters: phrase.means) }
    return phrase.means.isEmpty ? "" : "`\(phrase.means)`"
  }

  /// With the phrase as it is; where it means nothing held, with what its note names.
  private static func questions(_ phrase: Phrase, _ catalogIndex: CatalogIndex) -> [String] {
    let questions = NextQuestions(catalogIndex)
    if phrase.standsForValue {
      let stored = catalogIndex.measures.filter(\.formula.isEmpty)
      return questions.about(["for \(phrase.phrase)"], measures: stored)
    }
    if phrase.means.isEmpty {
      let named = NamesInText(catalogIndex.catalog).questioned(in: [phrase.note])
      return questions.firstAnswered(of: named.map(questions.overTime))
    }
    return questions.firstAnswered(of: [
      questions.overTime(phrase.phrase), ["\(phrase.phrase) by month last 12 months"],
    ])
  }
}
