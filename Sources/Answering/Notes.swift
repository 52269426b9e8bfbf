import Catalog
import Planner
import QueryLanguage
import Results

/// The sentences that an answer needs, one function for each thing that can be said.
enum Notes {
  static func understood(_ plan: QueryPlan) -> [Note] {
    plan.assumptions.isEmpty
      ? [] : [Note(.understood, plan.assumptions.joined(by: "; "))]
  }

  // MARK: Tables

  /// What must be known of the tables used: groups not listed separately, incomplete breakdowns.
  static func tables(_ plan: QueryPlan, _ findings: RowFindings) -> [Note] {
    let candidates = plan.figures.flatMap { $0.segments.map(\.candidate) }
    var notes: [Note] = []
    if let untold = candidates.map(\.untold).max(), untold > 0 {
      notes.append(
        Note(
          .caveat,
          "\(untold) of the values named \(untold == 1 ? "is" : "are") not listed in the tables, "
            + "or counted under other"
        )
      )
    }
    let isDivided = plan.query.keys.contains { $0.dimension != nil }
    if isDivided, findings.rowCount > 1, candidates.contains(where: { !$0.dataset.isComplete }) {
      notes.append(
        Note(.caveat, "the table is partial: its rows have no total")
      )
    }
    return notes
  }

  // MARK: Measures

  /// The first sentence of each measure's caveat, which holds for all of its periods and tables.
  /// Caveats for only some of them are breaks.
  static func caveats(_ plan: QueryPlan) -> [Note] {
    var seen = IDSet()
    return plan.query.columns.flatMap(\.measures).compactMap { measure in
      guard !measure.caveat.isEmpty, !seen.contains(measure.id) else { return nil }
      seen.insert(measure.id)
      return Note(
        .caveat,
        "\(measure.name): \(firstSentence(of: measure.caveat))",
        inFull: "\(measure.name): \(measure.caveat)"
      )
    }
  }

  static func firstSentence(of text: String) -> String {
    var last: Character = " "
    for index in text.indices {
      if last == ".", text[index] == " " { return String(text[..<index]) }
      last = text[index]
    }
    return text
  }
}
