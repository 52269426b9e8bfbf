package import Catalog
package import Planner
import QueryLanguage
package import Results

extension [Note] {
  /// Removes repeats of a fact.
  fileprivate var eachOnce: [Note] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension AnswerFoot {
  /// Everything that must be said with the rows of a plan. `beside` gives the figure of another
  /// question that is told with them.
  package init(
    for plan: QueryPlan,
    findings: RowFindings,
    total: Int?,
    side: SideFigures,
    catalog: any CatalogReader,
    beside: (String) -> OtherCount? = { _ in nil }
  ) {
    let sources = SourceList(plan, findings.pieces, catalog)
    self.init(
      summary: Summary(plan).text,
      notes: [
        Notes.understood(plan),
        plan.query.phraseNotes.map { Note(.phrase, $0) },
        Notes.partial(plan, findings, sources),
        Notes.cutMonths(plan, total, side.edges),
        Notes.levels(plan),
        Notes.ranking(plan, side.rest, catalog),
        Notes.precision(findings),
        Notes.sums(plan),
        Notes.absences(findings),
        Notes.tables(plan, findings),
        Notes.parts(plan, catalog),
        Notes.others(plan, catalog),
        Notes.seams(plan, findings, side.seams, sources),
        Notes.breaks(plan, findings, catalog, beside),
        Notes.ratios(plan, catalog),
        Notes.overlaps(plan, catalog),
        Notes.caveats(plan),
      ].flatMap { $0 }.eachOnce,
      sources: sources.citations,
      days: plan.main.heldDays
    )
  }
}

/// What an answer is about, so that it can be understood alone where it is copied:
/// `encounters · China, Southwest border · October 2023 – September 2024 · events`.
private struct Summary {
  let plan: QueryPlan

  init(_ plan: QueryPlan) {
    self.plan = plan
  }

  var text: String {
    [measures, plan.query.condition?.words ?? "", coverage, units].filter { !$0.isEmpty }
      .joined(by: " · ")
  }

  private var measures: String {
    let typed = plan.query.query.columns
    return plan.query.columns.enumerated().filter(\.element.isShown).map { index, column in
      if column.measures.count == 1, column.label == column.measures[0].name { return column.label }
      // A label given with `as` says little where nobody sees the question.
      let isNamed = typed.indices.contains(index) && typed[index].label != nil
      let text = isNamed ? "\(column.label) = \(column.fullName)" : column.label
      // A name made with `let` means nothing outside the session.
      let untold = column.measures.map(\.name).filter { !text.contains($0) }
      return untold.isEmpty ? text : "\(text) (\(untold.joined(by: ", ")))"
    }.joined(by: ", ")
  }

  private var units: String {
    var names: [String] = []
    for column in plan.query.columns where column.isShown {
      guard let unit = plan.query.unit(of: column), !names.contains(unit) else { continue }
      names.append(unit)
    }
    return names.joined(by: ", ")
  }

  private var coverage: String {
    let versus = plan.references.first { $0.kind == .versus }.map { coverage(of: $0.frame) }
    return ([coverage(of: plan.main)] + (versus.map { [$0] } ?? [])).joined(by: " against ")
  }

  private func coverage(of frame: Frame) -> String {
    frame.heldDays.map(dates) ?? ""
  }
}

extension Frame {
  /// The days from the first to the last that the rows cover; for levels, the days of the readings.
  package var heldDays: DayRange? {
    var hull: DayRange?
    for figure in figures {
      let isReading = figure.isLevel && figure.figure.fold == nil
      for index in pieces.indices where !pieces[index].isContext {
        guard let days = figure.rows[index].held.hull else { continue }
        let own = isReading ? DayRange(days.last, days.last) : days
        hull = hull.map { $0.union(own) } ?? own
      }
    }
    return hull
  }
}

extension FigurePlan {
  /// Whether it is a level at a date.
  var isLevel: Bool { figure.measure.kind == .stock }
}

extension Condition {
  /// As words: `China, Southwest border`, `not Mexico`.
  var words: String {
    switch self {
    case .test(let test): test.isExcluded ? "not \(test.label)" : test.label
    case .all(let parts): parts.map(\.words).joined(by: ", ")
    case .either(let parts): parts.map(\.words).joined(by: " or ")
    case .not(let inner): "not (\(inner.words))"
    }
  }
}
