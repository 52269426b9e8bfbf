import Catalog
import Diagnostics
import Output
import QueryLanguage

/// `describe removals` — what is known of a name.
enum DescribeStatement: SessionStatement {
  static let keyword = "describe"
  static let synopsis = "describe NAME"
  static let summary = "tells what is known of a measure, value, table, document, program, …"
  static let example = "describe removals"

  static var topics: [(String, String)] { Topics.all.map { ($0.name, $0.summary) } }

  static func run(_ words: StatementWords, in session: inout Session) throws {
    guard !words.isEmpty else { throw Diagnostic.noName(at: words.span) }
    let pipeline = session.pipeline
    let found = try pipeline.reading { _ in try pages(on: words, Knowledge(pipeline)) }
    let text = found.map { $0.text(width: session.style.width) }.joined(by: "\n\n\n")
    try session.say(session.style.shown(text))
  }

  private static func pages(
    on words: StatementWords,
    _ knowledge: Knowledge
  ) throws(Diagnostic) -> [Description] {
    let name = TypedName(words.text)
    let pages = Topics.all.flatMap { $0.pages(on: name, in: knowledge) }
    guard !pages.isEmpty else { throw .unknownName(words, knowledge) }
    return pages
  }
}

extension Diagnostic {
  fileprivate static func noName(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "no-name",
      "expected a name to describe",
      at: span,
      hint: "such as `\(DescribeStatement.example)`"
    )
  }

  fileprivate static func unknownName(
    _ words: StatementWords,
    _ knowledge: Knowledge
  ) -> Diagnostic {
    let near = nearest(to: words, knowledge)
    return Diagnostic(
      "unknown-name",
      "nothing is called `\(words.text)`",
      at: words.span,
      hint: near.isEmpty
        ? helpHint(words.text, knowledge)
        : near.prefix(3).map { "`describe \($0)`" }.joined(by: ", ")
    )
  }

  /// Names spelled almost so; else names that share its words.
  private static func nearest(to words: StatementWords, _ knowledge: Knowledge) -> [String] {
    let names = Topics.all.flatMap { $0.names(in: knowledge) }
    let slips = closestMatches(to: words.text.lowercased(), among: names.map { $0.lowercased() })
    if !slips.isEmpty { return slips }
    let about = AboutWords(words, knowledge.catalog)
    let holding = names.filter { about.matches(ListedRow(cells: [], words: [$0])) }
    let catalog = NearestNames(knowledge.catalog)
      .nearest(to: words.text, kinds: [.measures, .dimensions, .values])
    return about.keys.isEmpty ? catalog : Array(holding.prefix(2)) + catalog
  }

  private static func helpHint(_ text: String, _ knowledge: Knowledge) -> String {
    let hasHelp = (try? Help(knowledge.catalog, width: nil).page(on: text)) != nil
    return hasHelp ? "`help \(text)`" : "`show measures` lists what can be counted; `help` has more"
  }
}
