import Asking
import Catalog
import Describing
import Diagnostics
import Output
import QueryLanguage
import Store

/// `describe removals` — what is known about a name.
enum DescribeStatement: SessionStatement {
  static let keyword = "describe"
  static let synopsis = "describe NAME"
  static let summary = "tells what is known of a measure, value, table, document, program, …"
  static let example = "describe removals"

  static var topics: [(String, String)] { Topics.all.map { ($0.name, $0.summary) } }

  static func run(_ words: StatementWords, in session: inout Session) throws {
    let (words, delivery) = try words.delivery
    guard !TypedName(words.text).key.isEmpty else { throw Diagnostic.noName(at: words.span) }
    let pipeline = session.pipeline
    let found = try pipeline.reading { _ in try pages(on: words, CatalogIndex(pipeline)) }
    let page =
      session.takesRows(delivery)
      ? ReadPage.rows(.of(found))
      : .text(
        found.map {
          $0.text(width: session.style.textWidth, isSpoken: session.style.isAccessible)
        }.joined(by: "\n\n\n")
      )
    try session.deliver(page, delivery, at: words.span)
  }

  private static func pages(
    on words: StatementWords,
    _ catalogIndex: CatalogIndex
  ) throws(Diagnostic) -> [Description] {
    let name = TypedName(words.text)
    let pages = Topics.all.flatMap { $0.pages(on: name, in: catalogIndex) }
    guard !pages.isEmpty else { throw .unknownName(words, catalogIndex) }
    return pages
  }

  // MARK: Completion

  /// Names of the catalog, and ids of what is known beside it.
  static func offer(
    for typed: String,
    after: Int,
    in completion: SessionCompletion
  ) -> QueryCompletion.Offer {
    let words = TypedWords(typed, after: after)
    let catalog = completion.pipeline.catalog
    let measures = catalog.measures().map(QueryCompletion.Item.init)
    let dimensions = catalog.dimensions()
    let names = measures + dimensions.map { QueryCompletion.Item(text: $0.name, note: "dimension") }
    guard !words.partial.isEmpty else { return words.offer(names) }
    let values = dimensions.flatMap { dimension in
      catalog.members(of: dimension.id).map {
        QueryCompletion.Item(text: $0.name, note: dimension.name)
      }
    }
    let found = words.offer(names + values)
    guard found.items.isEmpty else { return found }
    return words.offer(
      Topics.all.flatMap { topic in
        topic.names(in: completion.memory.catalogIndex).map {
          QueryCompletion.Item(text: $0, note: topic.name)
        }
      }
    )
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
    _ catalogIndex: CatalogIndex
  ) -> Diagnostic {
    let hasHelp = (try? Help(catalogIndex.catalog).page(on: words)) != nil
    let near = hasHelp ? [] : NearThings(words.text, catalogIndex).names
    let hint = near.isEmpty ? nil : near.map { "`describe \($0)`" }.joined(by: ", ")
    return Diagnostic(
      "unknown-name",
      "nothing is called `\(words.text)`",
      at: words.span,
      hint: hasHelp
        ? "`help \(words.text)` explains it"
        : hint ?? "`show measures` lists what can be counted; `help` has more"
    )
  }
}

/// The error for an unknown name, with the nearest names.
private struct NearThings {
  private let typed: String
  private let catalogIndex: CatalogIndex
  private let known: [String]

  init(_ typed: String, _ catalogIndex: CatalogIndex) {
    self.typed = typed
    self.catalogIndex = catalogIndex
    known = Topics.all.flatMap { $0.names(in: catalogIndex) }.withoutRepeats
  }

  /// At most three: those with similar spellings; otherwise those that share words.
  var names: [String] {
    let found = slips.isEmpty ? sharingWords + ofCatalog : slips
    return Array(found.withoutRepeats.prefix(3))
  }

  private var slips: [String] {
    let byKey = Dictionary(known.map { (Spelling.key(of: $0), $0) }) { first, _ in first }
    return closestMatches(to: Spelling.key(of: typed), among: byKey.keys, shortest: 4)
      .compactMap { byKey[$0] }
  }

  /// Names that contain every word, those of few words first.
  private var sharingWords: [String] {
    let words = Spelling.words(of: typed).map(\.key)
    let found = known.filter { name in
      let pieces = Spelling.words(of: name).map(\.key)
      return words.allSatisfy { AboutWords.occurs($0, in: pieces) }
    }
    return Array(found.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.prefix(2))
  }

  private var ofCatalog: [String] {
    NearestNames(catalogIndex.catalog)
      .nearest(to: typed, kinds: [.measures, .dimensions, .values])
  }
}
