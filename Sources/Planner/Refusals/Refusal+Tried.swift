import Catalog
import Diagnostics
import QueryLanguage

extension Refusal {
  /// The refusal of a question, with those of its other questions that the data answer.
  func tried(_ query: ResolvedQuery, _ catalog: any CatalogReader) -> Diagnostic {
    for refusal in better {
      let works = refusal.working(query, catalog)
      if !works.isEmpty { return refusal.offering(works) }
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

  private func working(
    _ query: ResolvedQuery,
    _ catalog: any CatalogReader
  ) -> [TriedQuestion] {
    var seen: Set<String> = []
    var works: [TriedQuestion] = []
    for other in instead where works.count < most {
      let text = other.spelling
      guard text != query.query.spelling, seen.insert(text).inserted,
        let plan = QueryPlan(trying: text, definitions: query.query.definitions, catalog)
      else { continue }
      works.append(TriedQuestion(text: text, heldDays: plan.heldDays))
    }
    return works
  }
}
