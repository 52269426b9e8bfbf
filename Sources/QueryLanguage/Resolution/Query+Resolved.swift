package import Catalog
package import Diagnostics

extension Query {
  /// Resolves every name of a question.
  package func resolved(against catalog: any CatalogReader) throws(Diagnostic) -> ResolvedQuery {
    var draft = ResolvedQuery(self)
    var scope = Scope(catalog: catalog)
    for column in columns { try scope.add(column, to: &draft) }
    draft.tellColumnsApart()
    for role in ClauseRole.allCases {
      for clause in clauses where type(of: clause).role == role {
        try clause.resolve(into: &draft, in: &scope)
      }
      try scope.finish(role, &draft)
    }
    try draft.refuseWhatDoesNotGoTogether()
    try draft.refuseTooMuch()
    try draft.refuseRepeatedNames()
    try scope.refuseImpossible(draft)
    draft.phraseNotes = scope.phraseNotes
    return draft
  }
}

extension ResolvedQuery {
  /// Refuses a column with the name of a key or of another column.
  fileprivate func refuseRepeatedNames() throws(Diagnostic) {
    for (index, output) in outputs.enumerated() {
      // The two sides of `vs` are distinguished by their periods.
      let isTaken =
        outputs[..<index].contains {
          $0.key == output.key && !(output.content == .reference && $0.column == output.column)
        }
        || keys.contains { $0.column == output.key }
      guard isTaken else { continue }
      throw Diagnostic(
        "repeated-column",
        "two columns would be called `\(output.label)`",
        at: output.column.map { columns[$0].span } ?? columns[0].span,
        hint: "`as` gives a column a name of its own"
      )
    }
  }

  /// Refuses more than SQLite can join or nest.
  fileprivate func refuseTooMuch() throws(Diagnostic) {
    let conditions = [condition] + figures.map(\.restriction)
    guard conditions.allSatisfy({ ($0?.nesting ?? 0) <= Limits.nestedConditions }) else {
      throw .conditionsTooNested(at: columns[0].span)
    }
    let counts: [(what: String, count: Int, most: Int)] = [
      ("columns", columns.count, Limits.columns),
      ("columns with what `with` adds", outputs.count, Limits.outputs),
      ("dimensions", keys.count, Limits.dimensions),
      ("conditions", condition?.tests.count ?? 0, Limits.conditions),
      ("measures and parts of measures", figures.count + folds.count, Limits.figures),
    ]
    guard let excess = counts.first(where: { $0.count > $0.most }) else { return }
    throw Diagnostic(
      "too-much",
      "a question takes \(excess.most) \(excess.what), and this one has \(excess.count)",
      at: columns[0].span,
      hint: "ask for parts of it in separate questions"
    )
  }

  mutating func assume(_ assumption: String) {
    guard !assumptions.contains(assumption) else { return }
    assumptions.append(assumption)
  }
}
