package import Catalog
package import Planner
import QueryLanguage
package import Results
import SQLCompiler

/// The figures of all values of a dimension in one period, as estimates.
package struct RankedEvidence {
  private let plan: CheckPlan
  /// What each value begins with.
  private let unread: Evidence
  private var byMember: [Int: Evidence] = [:]
  private var order: [Int] = []
  /// The figures of all values, those of rests included, once every row is read.
  private lazy var figures: [(id: Int, value: Estimate)] = order.compactMap { id in
    (byMember[id]?.values()[plan.subject]).map { (id, $0) }
  }

  package init(_ plan: CheckPlan) {
    self.plan = plan
    unread = Evidence(plan.plan)
  }

  /// Adds a row with its value.
  package mutating func read(_ row: EvidenceRow, figure: Int, segment: Int) {
    let member = row.member
    if byMember[member] == nil {
      byMember[member] = unread
      order.append(member)
    }
    byMember[member]?.read(row, figure: figure, segment: segment)
  }

  /// Whether some values have no figure, so that the figure of all together says how large they can
  /// be.
  package mutating func needsWhole() -> Bool { figures.contains { $0.value.isOpen } }

  /// The verdict. Rests of the table, other and unknown, are not ranked. `whole` is the figure of
  /// all values together, where it is wanted.
  package mutating func answer(
    _ statement: String,
    whole: Estimate?,
    side: SideFigures,
    catalog: any CatalogReader
  ) -> CheckAnswer {
    var members: [Member] = []
    var figures: [Estimate] = []
    var findings = unread.findings
    let known = self.figures
    let left = whole?.left(beside: known.map(\.value))
    for (id, value) in known {
      guard let member = catalog.member(id), member.rest == .none else { continue }
      if let own = byMember[id]?.findings, id == plan.check.ranked?.member.id { findings = own }
      members.append(member)
      figures.append(left.map { value.atMost($0) } ?? value)
    }
    let ownMember = plan.check.ranked?.member
    guard let own = members.firstIndex(where: { $0.id == ownMember?.id }),
      case .placed(let form) = plan.check.judgment.assertion
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
    let open = known.count { $0.value.isOpen }
    if open > 0 { answer.told.append(.withoutFigure(open, left)) }
    return answer
  }
}

extension Estimate {
  /// Whether nothing says how large it can be.
  fileprivate var isOpen: Bool { interval.high == .positiveInfinity }

  /// How much is left of a whole beside what is known of its parts; `nil` where it has no end.
  fileprivate func left(beside parts: [Estimate]) -> Fraction? {
    guard let most = interval.high.number else { return nil }
    return parts.reduce(most) { $0 - ($1.interval.low.number ?? .zero) }
  }

  /// The same, if nothing else says how large it is, with no more than what is left of the whole.
  fileprivate func atMost(_ left: Fraction) -> Estimate {
    guard isOpen, let low = interval.low.number else { return self }
    return within(Interval(.number(low), .number(low + max(.zero, left))))
  }
}

extension CheckFact {
  /// How many values have no figure, and how large they are together at most.
  fileprivate static func withoutFigure(_ count: Int, _ left: Fraction?) -> CheckFact {
    let values = count == 1 ? "1 value" : "\(count) values"
    let most = left?.truncated.map { "; together at most \(grouped(max(0, $0)))" } ?? ""
    return CheckFact(label: "not published", words: values + most)
  }
}
