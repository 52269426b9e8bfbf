import Catalog
import Diagnostics
import Output
import QueryLanguage

/// Pages of help, made from the lists of clauses, formats, commands and the catalog.
struct Help {
  private let catalog: any CatalogReader
  /// Columns of the terminal; `nil` when text is not wrapped.
  private let width: Int?
  /// Whether the page is for listening.
  private let isSpoken: Bool

  init(_ catalog: any CatalogReader, width: Int?, isSpoken: Bool = false) {
    self.catalog = catalog
    self.width = width
    self.isSpoken = isSpoken
  }

  /// The topic of a request for help; `nil` when a statement is not one.
  static func topic(of statement: String) -> String? {
    let words = statement.split(whereSeparator: \.isWhitespace)
    guard words.first?.lowercased() == "help" else { return nil }
    return words.dropFirst().joined(separator: " ")
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

  private func page(on list: List) -> String {
    switch list {
    case .clauses: clauses
    case .periods: periods
    case .formats: formats
    case .statements: statements
    case .measures: measures
    case .dimensions: dimensions
    }
  }

  func page(on topic: String) throws(Diagnostic) -> String {
    if let list = List(rawValue: topic.lowercased()) { return page(on: list) }
    switch topic.lowercased() {
    case "": return StartPage.text
    case let word:
      if let clause = Clauses.clause(startingWith: word) { return page(on: clause) }
      if let format = OutputFormats.format(named: word) {
        return "| \(format.name)\n  \(format.summary)"
      }
      if let statement = SessionStatements.all.first(where: { $0.keyword == word }) {
        return page(on: statement)
      }
      if let page = page(named: topic) { return page }
      throw unknown(topic)
    }
  }

  // MARK: Pages

  /// How periods are written, then the clauses that take them.
  private var periods: String {
    lines(PeriodHelp.spellings) + "\n\n"
      + lines(PeriodHelp.clauses.map { ($0.synopsis, $0.summary) })
  }

  var clauses: String {
    lines(Clauses.all.map { ($0.synopsis, $0.summary) })
  }

  var formats: String {
    lines(OutputFormats.withVariants.map { ("| \($0.name)", $0.summary) })
  }

  var statements: String {
    lines(SessionStatements.all.map { ($0.synopsis, $0.summary) })
  }

  var commands: String {
    lines(Commands.all.map { ($0.synopsis, $0.summary) })
  }

  private func page(on clause: any Clause.Type) -> String {
    "\(clause.synopsis)\n  \(clause.summary)\n  example: \(clause.example)"
  }

  private func page(on statement: any SessionStatement.Type) -> String {
    "\(statement.synopsis)\n  \(statement.summary)\n  example: \(statement.example)\n\n"
      + lines(statement.topics)
  }

  /// Measures under the subject that they belong to.
  private var measures: String {
    var subjects: [(name: String, measures: [Measure])] = []
    for measure in catalog.measures() {
      if let index = subjects.firstIndex(where: { $0.name == measure.subject }) {
        subjects[index].measures.append(measure)
      } else {
        subjects.append((measure.subject, [measure]))
      }
    }
    return subjects.map { subject in
      subject.name + "\n" + lines(subject.measures.map { ($0.name, $0.unit) })
    }.joined(separator: "\n\n")
  }

  private var dimensions: String {
    let time = TimeUnit.allCases.map { ($0.keyword, $0.name) }
    return lines(time + catalog.dimensions().map { ($0.name, $0.description) })
  }

  /// What a measure or dimension is.
  private func page(named topic: String) -> String? {
    for match in catalog.matches(key: Spelling.key(of: topic)) {
      switch match.kind {
      case .measure: if let measure = catalog.measure(match.target) { return page(on: measure) }
      case .dimension:
        if let dimension = catalog.dimension(match.target) {
          return paragraphs(dimension.name, [dimension.description])
        }
      case .phrase:
        if let phrase = catalog.phrase(match.target), !phrase.note.isEmpty {
          return paragraphs(phrase.phrase, [phrase.note])
        }
      case .notHeld:
        if let thing = catalog.notHeld(match.target) {
          return paragraphs(thing.name, [thing.about, thing.note])
        }
      case .member, .group, .word, .event, .administration: continue
      }
    }
    return nil
  }

  private func page(on measure: Measure) -> String {
    paragraphs("\(measure.name) (\(measure.unit))", [measure.definition, measure.caveat])
  }

  /// A heading and the text under it.
  private func paragraphs(_ heading: String, _ texts: [String]) -> String {
    let lines = texts.filter { !$0.isEmpty }.flatMap { wrapped($0, toWidth: width, indent: 2) }
    return ([heading] + lines).joined(separator: "\n")
  }

  private func unknown(_ topic: String) -> Diagnostic {
    let word = topic.hasPrefix(".") ? String(topic.dropFirst()) : topic
    let command = Commands.all.first { $0.name == word.lowercased() }.map { "`.help \($0.name)`" }
    let near = NearestNames(catalog).nearest(to: topic, kinds: [.measures, .dimensions])
    let start = "help ".utf8.count
    return Diagnostic(
      "unknown-topic",
      "there is no help on `\(topic)`",
      at: SourceSpan(start..<start + topic.utf8.count),
      hint: command
        ?? (near.isEmpty
          ? "`help` alone is the place to start"
          : near.map { "`help \($0)`" }.joined(separator: ", "))
    )
  }

  /// Two columns, the first as wide as its widest entry.
  private func lines(_ entries: [(String, String)]) -> String {
    if isSpoken { return entries.map { "\($0.0): \($0.1)" }.joined(separator: "\n") }
    let width = entries.map { $0.0.displayWidth }.max() ?? 0
    return entries.map { entry in
      let padding = String(repeating: " ", count: width - entry.0.displayWidth + 2)
      return "  \(entry.0)\(padding)\(entry.1)"
    }.joined(separator: "\n")
  }
}
