import Asking
import Catalog
import Describing
import Diagnostics
import Output
import QueryLanguage
import Results
import Store

/// `show documents about removals` — everything of a kind, as a table.
enum ShowStatement: SessionStatement {
  static let keyword = "show"
  static let synopsis = "show KIND [about WORDS]"
  static let summary = "lists what there is: measures, documents, claims, programs, …"
  static let example = "show figures about removals"

  static var topics: [(String, String)] { Topics.listed.map { ($0.synopsis, $0.summary) } }

  static func run(_ words: StatementWords, in session: inout Session) throws {
    let pipeline = session.pipeline
    let catalogIndex = CatalogIndex(pipeline)
    let (head, delivery) = try words.delivery
    let request = try pipeline.reading { _ in try ShowRequest(head, catalogIndex) }
    let (listing, foot) = try pipeline.reading { _ in request.reply }
    try session.deliver(delivery, for: .lists, at: words.span) { session, format in
      try session.write(listing, foot, as: format)
    }
  }

  // MARK: Completion

  static func offer(
    for typed: String,
    after: Int,
    in completion: SessionCompletion
  ) -> QueryCompletion.Offer {
    let words = TypedWords(typed, after: after)
    if let bar = typed.lastIndex(of: "|") {
      let lists = OutputFormats.all.filter { $0.uses.contains(.lists) }
      return TypedWords(typed, from: typed.index(after: bar)).trimmed.offer(
        lists.map { QueryCompletion.Item($0) }
      )
    }
    if typed.last(where: { $0 != " " }) == ">" {
      let quote = QueryCompletion.Item(text: "\"", note: "the name of a file, in quotes")
      return QueryCompletion.Offer(start: typed.utf8.count, items: [quote])
    }
    let of = words.partial.lowercased().hasPrefix("values of ") ? "values of ".utf8.count : nil
    if let of {
      let dimensions = completion.pipeline.catalog.dimensions().map {
        QueryCompletion.Item(text: $0.name, note: $0.plural)
      }
      return TypedWords(typed, after: after + of).offer(dimensions)
    }
    let kinds = Topics.listed.map { topic in
      QueryCompletion.Item(
        text: topic.isOfDimension ? "\(topic.plural) of" : topic.plural,
        note: topic.summary
      )
    }
    guard words.partial.contains(" ") else { return words.offer(kinds) }
    let last = TypedWords(
      typed,
      after: typed.utf8.count
        - (typed.split(separator: " ", omittingEmptySubsequences: false).last?.utf8.count ?? 0)
    )
    return last.offer([
      QueryCompletion.Item(text: "about", note: "those that the words are about"),
      QueryCompletion.Item(text: "|", note: "a format: table, json, csv, …"),
      QueryCompletion.Item(text: ">", note: "a file to write the list to"),
    ])
  }
}
