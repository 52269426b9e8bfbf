import Catalog

/// Words that people type and that are no name of the catalog.
enum PhraseTopic: Topic {
  static let name = "phrase"
  static let plural = "phrases"
  static let summary = "a word of speech, and what is shown for it"

  static func pages(on name: TypedName, in knowledge: Knowledge) -> [Description] {
    name.targets(.phrase, in: knowledge).compactMap(knowledge.catalog.phrase).map { phrase in
      page(phrase, knowledge)
    }
  }

  private static func page(_ phrase: Phrase, _ knowledge: Knowledge) -> Description {
    let meant = meaning(of: phrase, knowledge)
    var page = Description(phrase.phrase, name)
    page.add(meant.isEmpty ? "No table counts this." : "Read as \(meant).")
    page.add(phrase.note)
    page.add("to ask next", lines: questions(phrase, knowledge))
    return page
  }

  private static func meaning(of phrase: Phrase, _ knowledge: Knowledge) -> String {
    if let measure = knowledge.measure(phrase.means) { return "the measure `\(measure.name)`" }
    if phrase.standsForValue { return knowledge.words(ofFilters: phrase.means) }
    return phrase.means.isEmpty ? "" : "`\(phrase.means)`"
  }

  /// With the phrase as it is; where it stands for nothing, what it shares words with.
  private static func questions(_ phrase: Phrase, _ knowledge: Knowledge) -> [String] {
    if phrase.standsForValue {
      let questions = NextQuestions(knowledge)
      return Array(
        questions.about(phrase.phrase, measures: knowledge.measures.filter { $0.formula.isEmpty })
      )
    }
    if phrase.means.isEmpty {
      return knowledge.nearestMeasures(to: [phrase.phrase, phrase.note]).map { "\($0.name) by fy" }
        .filter(knowledge.answers)
    }
    return NextQuestions(knowledge).firstAnswered(of: [
      ["\(phrase.phrase) by fy", "\(phrase.phrase) by month", "\(phrase.phrase) by date"],
      ["\(phrase.phrase) by month last 12 months"],
    ])
  }
}
