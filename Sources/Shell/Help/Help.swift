import Catalog
import Diagnostics
import Output
import QueryLanguage

/// Pages of help, made from the lists of clauses, formats, commands and the catalog.
struct Help {
  private let catalog: any CatalogReader

  init(_ catalog: any CatalogReader) {
    self.catalog = catalog
  }

  /// What a request for help is about; `nil` when a statement is not one.
  static func words(of statement: String) -> StatementWords? {
    let words = StatementWords(statement)
    return words.first?.text.lowercased() == "help" ? words.dropFirst() : nil
  }

  /// The pages that are lists.
  private enum List: String, CaseIterable {
    case clauses, periods, formats, statements, measures, dimensions

    var summary: String {
      switch self {
      case .clauses: "what may follow what is counted"
      case .periods: "how periods are written"
      case .formats: "how answers can be written"
      case .statements: "what can be typed besides questions"
      case .measures: "what can be counted"
      case .dimensions: "what figures are broken down by"
      }
    }
  }

  /// The names of the lists, and what they list.
  static var lists: [(name: String, summary: String)] {
    List.allCases.map { ($0.rawValue, $0.summary) }
  }

  private func page(on list: List) -> HelpPage {
    switch list {
    case .clauses: HelpPage(Clauses.all.map { ($0.synopsis, $0.summary) })
    case .periods: periods
    case .formats: formats
    case .statements: HelpPage(SessionStatements.all.map { ($0.synopsis, $0.summary) })
    case .measures: measures
    case .dimensions: dimensions
    }
  }

  func page(on topic: StatementWords) throws(Diagnostic) -> HelpPage {
    let word = topic.text.lowercased()
    if let list = List(rawValue: word) { return page(on: list) }
    if word.isEmpty { return StartPage.page(lists: Self.lists) }
    if let clause = Clauses.clause(startingWith: word) { return page(on: clause) }
    if let format = OutputFormats.format(named: word) {
      return HelpPage("| \(format.name)", lines: [format.summary])
    }
    if let statement = SessionStatements.all.first(where: { $0.keyword == word }) {
      return page(on: statement)
    }
    if let page = page(named: topic.text) { return page }
    throw unknown(topic)
  }

  /// The commands of the prompt.
  static var commands: HelpPage { HelpPage(Commands.all.map { ($0.synopsis, $0.summary) }) }

  // MARK: Pages

  /// How periods are written, then the clauses that take them.
  private var periods: HelpPage {
    var page = HelpPage(PeriodHelp.spellings)
    page.add("", PeriodHelp.clauses.map { ($0.synopsis, $0.summary) })
    return page
  }

  private var formats: HelpPage {
    HelpPage(OutputFormats.withVariants.map { ("| \($0.name)", $0.summary) })
  }

  private func page(on clause: any Clause.Type) -> HelpPage {
    HelpPage(clause.synopsis, lines: [clause.summary], example: clause.example)
  }

  private func page(on statement: any SessionStatement.Type) -> HelpPage {
    var page = HelpPage(
      statement.synopsis,
      lines: [statement.summary],
      example: statement.example
    )
    page.add("", statement.topics)
    return page
  }

  /// Measures under the subject that they belong to.
  private var measures: HelpPage {
    var subjects: [(name: String, measures: [Measure])] = []
    for measure in catalog.measures() {
      if let index = subjects.firstIndex(where: { $0.name == measure.subject }) {
        subjects[index].measures.append(measure)
      } else {
        subjects.append((measure.subject, [measure]))
      }
    }
    var page = HelpPage()
    for subject in subjects { page.add(subject.name, subject.measures.map { ($0.name, $0.unit) }) }
    return page
  }

  private var dimensions: HelpPage {
    let time = TimeUnit.allCases.map { ($0.keyword, $0.name) }
    return HelpPage(time + catalog.dimensions().map { ($0.name, $0.description) })
  }

  /// What a measure or dimension is.
  private func page(named topic: String) -> HelpPage? {
    for match in catalog.matches(key: Spelling.key(of: topic)) {
      switch match.kind {
      case .measure: if let measure = catalog.measure(match.target) { return page(on: measure) }
      case .dimension:
        if let dimension = catalog.dimension(match.target) {
          return HelpPage(dimension.name, paragraphs: [dimension.description])
        }
      case .phrase:
        if let phrase = catalog.phrase(match.target), !phrase.note.isEmpty {
          return HelpPage(phrase.phrase, paragraphs: [phrase.note])
        }
      case .notHeld:
        if let thing = catalog.notHeld(match.target) {
          return HelpPage(thing.name, paragraphs: [thing.about, thing.note])
        }
      case .member, .group, .word, .event, .administration: continue
      }
    }
    return nil
  }

  private func page(on measure: Measure) -> HelpPage {
    HelpPage(
      "\(measure.name) (\(measure.unit))",
      paragraphs: [measure.definition, measure.caveat]
    )
  }

  private func unknown(_ words: StatementWords) -> Diagnostic {
    let topic = words.text
    let word = topic.hasPrefix(".") ? String(topic.dropFirst()) : topic
    let command = Commands.all.first { $0.name == word.lowercased() }.map { "`.help \($0.name)`" }
    let near = NearestNames(catalog).nearest(to: topic, kinds: [.measures, .dimensions])
    return Diagnostic(
      "unknown-topic",
      "there is no help on `\(topic)`",
      at: words.span,
      hint: command
        ?? (near.isEmpty
          ? "`help` alone is the place to start"
          : near.map { "`help \($0)`" }.joined(separator: ", "))
    )
  }
}
