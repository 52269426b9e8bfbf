import Catalog
import Describing
import Diagnostics
import QueryLanguage
import Results

/// What `show` is to list.
struct ShowRequest {
  let topic: any ListedTopic.Type
  let dimension: Dimension?
  let about: AboutWords?
  private let catalogIndex: CatalogIndex

  init(_ words: StatementWords, _ catalogIndex: CatalogIndex) throws(Diagnostic) {
    self.catalogIndex = catalogIndex
    let (head, tail) = words.split(at: "about") ?? (words, nil)
    guard let kind = head.first else { throw .noKind(at: words.span) }
    guard let topic = Topics.listed(named: kind.text) else {
      throw .unknownKind(kind, catalogIndex)
    }
    self.topic = topic
    dimension = try Self.dimension(head.dropFirst(), of: topic, catalogIndex)
    about = try tail.map { words throws(Diagnostic) in try Self.about(words, catalogIndex) }
  }

  /// `of citizenship`, which only `values` has, and needs.
  private static func dimension(
    _ words: StatementWords,
    of topic: any ListedTopic.Type,
    _ catalogIndex: CatalogIndex
  ) throws(Diagnostic) -> Dimension? {
    guard topic.isOfDimension else {
      guard words.isEmpty else { throw .leftOver(words, after: topic.plural) }
      return nil
    }
    let hasOf = words.first?.text.lowercased() == "of"
    let name = hasOf ? words.dropFirst() : words
    guard !name.isEmpty else { throw .noDimension(at: name.span) }
    let typed = TypedName(name.text)
    guard let id = typed.targets(.dimension, in: catalogIndex).first,
      let dimension = catalogIndex.catalog.dimension(id)
    else { throw .unknownDimension(name, catalogIndex) }
    return dimension
  }

  /// The most words after `about`: each costs a pass over every row.
  private static let mostWords = 20

  private static func about(
    _ words: StatementWords,
    _ catalogIndex: CatalogIndex
  ) throws(Diagnostic) -> AboutWords {
    let about = AboutWords(words, catalogIndex.catalog)
    guard !about.keys.isEmpty else { throw .noWords(at: words.span) }
    guard about.keys.count <= mostWords else { throw .tooManyWords(mostWords, at: words.span) }
    return about
  }

  // MARK: The reply

  var reply: (Listing, AnswerFoot) {
    let all = topic.listing(of: dimension, in: catalogIndex)
    guard let about else { return (all, foot(all)) }
    var kept = all
    kept.rows = all.rows.filter(about.matches)
    return (kept, kept.rows.isEmpty ? emptyFoot(about, all) : foot(kept))
  }

  private func foot(_ listing: Listing) -> AnswerFoot {
    let count = listing.rows.count
    let what = count == 1 ? topic.name : topic.plural
    return AnswerFoot(summary: "\(grouped(count)) \(what)\(which)", notes: [], sources: [])
  }

  private func emptyFoot(_ about: AboutWords, _ all: Listing) -> AnswerFoot {
    let near = NearRows(about, all, topic, of: dimension, catalogIndex).notes
    return AnswerFoot(
      summary: "no \(topic.plural)\(which)",
      notes: near.map { Note(.absence, $0) },
      sources: []
    )
  }

  /// ` of citizenship about caribbean`
  private var which: String {
    (dimension.map { " of \($0.name)" } ?? "") + (about.map { " about \($0.text)" } ?? "")
  }
}
