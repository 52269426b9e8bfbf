import Catalog
import Diagnostics
package import QueryLanguage
package import Results

/// What `check` takes beside statements: things that documents said, by their ids.
///
/// To add one, add a case: its name, what it lists, and how each item is judged.
package enum StatedKind: String, CaseIterable {
  case claim, figure, document, claims

  /// As it is written: `claim ID`.
  package var synopsis: String { self == .claims ? rawValue : "\(rawValue) ID" }

  package var summary: String {
    switch self {
    case .claim: "one claim of a document, with everything that it rests on"
    case .figure: "a stated figure beside what the data hold for the same"
    case .document: "every claim and figure of a document, a line each"
    case .claims: "every claim, a line each"
    }
  }

  /// Whether it means several statements, however many there are.
  package var isList: Bool {
    switch self {
    case .claim, .figure: false
    case .document, .claims: true
    }
  }

  package func answers(_ id: StatementWords, _ checks: StatedChecks, _ catalogIndex: CatalogIndex)
    throws
    -> [CheckAnswer]
  {
    let name = TypedName(id.text)
    switch self {
    case .claim:
      let found = try one(catalogIndex.claims, \.key, name, id, plural: "claims")
      return [try checks.answer(found)]
    case .figure:
      let found = try one(catalogIndex.figures, \.key, name, id, plural: "figures")
      return [try checks.answer(found)]
    case .document:
      let found = try one(catalogIndex.documents, \.key, name, id, plural: "documents")
      return try catalogIndex.claims.filter { $0.document == found.key }.map(checks.answer)
        + catalogIndex.figures.filter { $0.document == found.key }.map(checks.answer)
    case .claims:
      guard id.isEmpty else { throw Diagnostic.behindClaims(at: id.span) }
      return try catalogIndex.claims.map(checks.answer)
    }
  }

  /// The ids that it takes, for completion.
  package func ids(in catalogIndex: CatalogIndex) -> [QueryCompletion.Item] {
    switch self {
    case .claim: catalogIndex.claims.map { .init(text: $0.key, note: $0.paraphrase) }
    case .figure: catalogIndex.figures.map { .init(text: $0.key, note: $0.quantity) }
    case .document: catalogIndex.documents.map { .init(text: $0.key, note: $0.title) }
    case .claims: []
    }
  }

  /// The one item with an id.
  private func one<Element>(
    _ all: [Element],
    _ key: (Element) -> String,
    _ name: TypedName,
    _ words: StatementWords,
    plural: String
  ) throws(Diagnostic) -> Element {
    guard let found = all.first(where: { name.isOne(of: [key($0)]) }) else {
      throw .unknownID(self, words, known: all.map(key), plural: plural)
    }
    return found
  }
}

extension Diagnostic {
  fileprivate static func unknownID(
    _ kind: StatedKind,
    _ words: StatementWords,
    known: [String],
    plural: String
  ) -> Diagnostic {
    let typed = words.text.lowercased()
    let slips = closestMatches(to: typed, among: known)
    let near = slips.isEmpty && !typed.isEmpty ? known.filter { $0.contains(typed) } : slips
    let names = near.prefix(3).map { "`check \(kind.rawValue) \($0)`" }.joined(by: ", ")
    return Diagnostic(
      "unknown-\(kind.rawValue)",
      words.isEmpty
        ? "which \(kind.rawValue) is meant?" : "no \(kind.rawValue) is called `\(words.text)`",
      at: words.span,
      hint: near.isEmpty ? "`show \(plural)` lists them" : names
    )
  }

  fileprivate static func behindClaims(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "after-claims",
      "`check claims` takes nothing more",
      at: span,
      hint: "`check document ID` takes those of one document"
    )
  }
}
