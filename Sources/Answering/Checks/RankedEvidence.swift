package import Catalog
package import Planner
import QueryLanguage
package import Results
import SQLCompiler

/// The figures of all values of a dimension in one period, as estimates.
package struct RankedEvidence {
  private let plan: CheckPlan
  private var byMember: [Int: Evidence] = [:]
  private var order: [Int] = []

  package init(_ plan: CheckPlan) { self.plan = plan }

  /// Adds a row of ``EvidenceSQL`` with its value.
  package mutating func read(_ row: some RawRow, figure: Int, segment: Int) {
    let member = row.integer(at: EvidenceSQL.EvidenceColumn.member.rawValue)
    if byMember[member] == nil {
      byMember[member] = Evidence(plan.plan)
      order.append(member)
    }
    byMember[member]?.read(row, figure: figure, segment: segment)
  }

  /// The verdict. Rests of the table, other and unknown, are not ranked.
  package mutating func answer(
    _ statement: String,
    side: SideFigures,
    catalog: any CatalogReader
  ) -> CheckAnswer {
    var members: [Member] = []
    var figures: [Estimate] = []
    var findings = Evidence(plan.plan).findings
    for id in order {
      guard let member = catalog.member(id), member.rest == .none,
        let value = byMember[id]?.values()[plan.subject]
      else { continue }
      if let own = byMember[id]?.findings, id == plan.check.ranked?.member.id { findings = own }
      members.append(member)
      figures.append(value)
    }
    let ownMember = plan.check.ranked?.member
    guard let own = members.firstIndex(where: { $0.id == ownMember?.id }),
      case .placed(let form) = plan.check.judgment.claim
    else {
      let name = ownMember?.name ?? ""
      return CheckAnswer(
        statement: statement,
        lack: .init(reason: "no table of this period names `\(name)`", questions: [])
      )
    }
    var ruling = form.ruling(on: figures, own: own)
    if plan.check.judgment.isNegated { ruling = ruling.negated }
    let values = plan.pieces.indices.map { $0 == plan.subject ? figures[own] : nil }
    var answer = CheckAnswer(
      statement,
      plan,
      ruling.withoutPlaces,
      on: values,
      findings,
      side: side,
      catalog: catalog
    )
    let piece = plan.pieces[plan.subject]
    answer.figures = [CheckFigure(piece, figures[own], label: members[own].name)]
    answer.runnerUp = ruling.runnerUp.map {
      CheckFigure(piece, figures[$0], label: members[$0].name)
    }
    let extreme = form.isLargest ? "largest" : "smallest"
    answer.runnerUpRole =
      ruling.margin?.isNegative == true
      ? (form.isLargest ? "larger" : "smaller")
      : ruling.margin == .zero ? "equal" : "next \(extreme)"
    answer.margin = ruling.margin.map { Number($0) }
    let dimension = plan.check.ranked?.dimension.name ?? ""
    answer.comparedWords = "\(members.count) values of \(dimension), \(piece.label)"
    return answer
  }
}
