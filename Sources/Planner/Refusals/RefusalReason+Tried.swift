import Catalog
import Diagnostics
import QueryLanguage

extension Refusal {
  /// The refusal of a question, with those of its other questions that the data answer.
  func tried(_ query: ResolvedQuery, _ catalog: any CatalogReader) -> Diagnostic {
    reason.tried(query, catalog)
  }
}

extension RefusalReason {
  /// The refusal of a question, with those of its other questions that the data answer.
  func tried(_ query: ResolvedQuery, _ catalog: any CatalogReader) -> Diagnostic {
    for refusal in better {
      let other = refusal.reason
      let works = other.working(query, catalog)
      if !works.isEmpty { return other.offering(works) }
    }
    return offering(working(query, catalog))
  }

  private func offering(_ works: [TriedQuestion]) -> Diagnostic {
    Diagnostic(
      diagnostic.id,
      kind: diagnostic.kind,
      diagnostic.message,
      at: diagnostic.span,
      hint: hint.map { $0(works) } ?? diagnostic.hint,
      questions: works.map(\.text)
    )
  }

  /// The questions that the data answer; where there is none, those that are offered instead of
  /// the first of them, and so on.
  private func working(
    _ query: ResolvedQuery,
    _ catalog: any CatalogReader,
    following depth: Int = 2
  ) -> [TriedQuestion] {
    let tried = trying(query, catalog)
    guard tried.works.isEmpty, depth > 0 else { return tried.works }
    for refusal in tried.refused.prefix(Self.mostFollowed) {
      let works = refusal.reason.working(query, catalog, following: depth - 1)
      if !works.isEmpty { return works }
    }
    return []
  }

  /// The most questions that fail whose own offers are looked at.
  private static let mostFollowed = 2

  private func trying(
    _ query: ResolvedQuery,
    _ catalog: any CatalogReader
  ) -> (works: [TriedQuestion], refused: [Refusal]) {
    var seen: Set<String> = []
    var (works, refused): ([TriedQuestion], [Refusal]) = ([], [])
    for other in instead where works.count < most {
      let text = other.spelling
      guard text != query.query.spelling, seen.insert(text).inserted else { continue }
      switch QueryPlan.trying(text, definitions: query.query.definitions, catalog) {
      case .success(let plan): works.append(TriedQuestion(text: text, heldDays: plan.heldDays))
      case .failure(let refusal): refused.append(refusal)
      case nil: break
      }
    }
    return (works, refused)
  }
}
