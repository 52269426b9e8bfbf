import Answering
import Catalog
import Planner
import QueryLanguage
import Results
import SQLCompiler
import Store

extension Pipeline {
  /// The figure of a question that has one, and its days; `nil` where it has none.
  func otherCount(_ question: String) throws -> OtherCount? {
    let plan = try plan(question)
    guard let figure = try figure(of: plan), let days = plan.main.heldDays else { return nil }
    return OtherCount(figure: figure, days: dates(of: days))
  }

  /// The last figure of the first row, in a sentence.
  func figure(of plan: QueryPlan) throws -> String? {
    let ahead = SumsAhead()
    defer { database.dropSums(ahead) }
    var rows = rows(of: plan, ahead)
    guard try rows.step() else { return nil }
    var row = AnswerRow(cells: [])
    rows.read(into: &row)
    guard case .number(.integer(let number), let precision)? = row.cells.last else { return nil }
    return "\(precision.words)\(grouped(number))"
  }

  /// What an imported table that goes before publishers' keeps from answering; `nil` where none
  /// does, or no publisher's table would answer.
  func replaced(by plan: QueryPlan) throws -> Note? {
    let used = plan.figures.flatMap(\.segments).map(\.candidate.dataset)
    guard let own = used.first(where: { $0.standing == .preferred }),
      !plan.query.keys.contains(.source),
      let other = try? self.plan(plan.query.query, allowed: .publishersFirst),
      let rival = other.figures.flatMap(\.segments).first?.candidate.dataset,
      let source = catalog.source(rival.source), let key = catalog.datasetKeys()[own.table]
    else { return nil }
    let isOne = plan.query.keys.isEmpty && other.main.pieces.count == 1
    let figure = isOne ? try self.figure(of: other).map { " \($0)" } : nil
    return Note(
      .understood,
      "`\(key)` goes before publishers' tables (--prefer) and replaces\(figure ?? ""): "
        + "\(source.citation); `by source` shows both"
    )
  }
}

extension Precision {
  /// Before a figure in a sentence.
  fileprivate var words: String {
    switch self {
    case .exact: ""
    case .approximate: "about "
    case .floor: "more than "
    case .ceiling: "less than "
    }
  }
}
