import Answering
import Catalog
import Diagnostics
package import Planner
package import QueryLanguage
package import Results
import SQLCompiler
import Store

/// From a statement to its verdict.
extension Pipeline {
  /// What was typed, which begins with `check`.
  package func parseCheck(_ text: String) throws -> Check {
    try reading { catalog in
      try Check(parsing: text, catalog: catalog, definitions: definitions)
    }
  }

  /// Plans a statement, from the allowed tables only.
  package func plan(_ check: Check, allowed: AllowedTables = .all) throws -> CheckPlan {
    try reading { catalog in
      try CheckPlan(for: check.resolved(against: catalog), catalog: catalog, allowed: allowed)
    }
  }

  /// Plans a statement again, from the allowed tables only.
  func plan(_ check: ResolvedCheck, allowed: AllowedTables) throws -> CheckPlan {
    try reading { catalog in try CheckPlan(for: check, catalog: catalog, allowed: allowed) }
  }

  /// Judges one reading of a statement. With `bridgingSeams`, it also finds the verdict with the
  /// figures of several tables rescaled to one level.
  package func judge(
    _ plan: CheckPlan,
    as statement: String,
    bridgingSeams: Bool = true
  ) throws -> CheckAnswer {
    if plan.check.ranked != nil { return try judgeRank(plan, as: statement) }
    var evidence = try evidence(for: plan.plan)
    let values = evidence.values()
    let findings = evidence.findings
    let side = try sideFigures(plan.plan)
    let other = try plan.other.map(otherFigure)
    let later = try plan.later.map { try laterFigures($0) } ?? []
    return try reading { catalog in
      let judged = { (values: [Estimate?]) in
        CheckAnswer(
          statement,
          plan,
          plan.ruling(on: values, beside: other?.value, later: later.map(\.value)),
          on: values,
          findings,
          side: side,
          other: other,
          later: later,
          catalog: catalog
        )
      }
      var answer = judged(values)
      let sums = side.seams.map { ($0.earlier, $0.later) }
      guard bridgingSeams, let bridged = plan.bridged(values, sums) else { return answer }
      let rescaled = judged(bridged)
      answer.widen(by: rescaled)
      answer.weigh(
        rescaled,
        as: "brought to one level where tables meet",
        beside: "as each table has it"
      )
      return answer
    }
  }

  /// Plans a statement that nobody is told about if nothing is held of it.
  func trying(_ check: ResolvedCheck) throws -> CheckPlan {
    try reading { catalog in try CheckPlan(for: check, catalog: catalog, isTrial: true) }
  }

  /// The same.
  func trying(_ check: Check) throws -> CheckPlan {
    try trying(reading { catalog in try check.resolved(against: catalog) })
  }

  /// What the figures say of a statement, without anything beside it.
  func trial(_ check: Check, _ plan: CheckPlan) throws -> CheckTrial {
    var evidence = try evidence(for: plan.plan)
    let values = evidence.values()
    let other = try plan.other.map { other in
      var evidence = try self.evidence(for: other)
      return evidence.values().first ?? nil
    }
    let later = try plan.later.map { try laterFigures($0) } ?? []
    let ruling = plan.ruling(on: values, beside: other ?? nil, later: later.map(\.value))
    var trial = CheckTrial(check: check, plan: plan, verdict: Verdict(ruling))
    if let miss = ruling.difference(on: plan) {
      trial.difference = miss.amount
      trial.isInPoints = miss.isInPoints
    }
    trial.meetsLongNumber = trial.verdict == .holds && ruling.meets(check)
    return trial
  }

  private func laterFigures(_ plan: QueryPlan) throws -> [LaterFigure] {
    var evidence = try evidence(for: plan)
    return zip(plan.pieces, evidence.values()).map { LaterFigure(piece: $0, value: $1) }
  }

  /// The value of another question, with its sources.
  private func otherFigure(_ plan: QueryPlan) throws -> OtherFigure {
    var evidence = try evidence(for: plan)
    let values = evidence.values()
    let side = try sideFigures(plan)
    return try reading { catalog in
      OtherFigure(plan, values.first ?? nil, evidence.findings, side, catalog)
    }
  }

  /// Judges the place of a value among those of its dimension.
  private func judgeRank(_ plan: CheckPlan, as statement: String) throws -> CheckAnswer {
    var ranked = RankedEvidence(plan)
    for (index, figure) in plan.plan.figures.enumerated() {
      for (place, segment) in figure.segments.enumerated() {
        for row in try evidence(of: figure, in: segment, by: plan.check.query.keys) {
          ranked.read(row, figure: index, segment: place)
        }
      }
    }
    let side = try sideFigures(plan.plan)
    let whole = ranked.needsWhole() ? try whole(of: plan) : nil
    return try reading { catalog in
      ranked.answer(statement, whole: whole, side: side, catalog: catalog)
    }
  }

  /// The figure of all values together, one of which is ranked; `nil` where none is held, or it is
  /// of no sum.
  private func whole(of plan: CheckPlan) throws -> Estimate? {
    guard let ranked = plan.check.ranked,
      let rest = plan.check.check.withoutValue(of: ranked.dimension.id, in: catalog)?.rest
    else { return nil }
    do {
      let all = try reading { catalog in
        try QueryPlan(for: rest.subject.resolved(against: catalog), catalog: catalog)
      }
      guard all.figures.allSatisfy({ $0.figure.measure.kind == .flow }) else { return nil }
      var evidence = try evidence(for: all)
      return evidence.values().first ?? nil
    } catch is Diagnostic {
      return nil
    }
  }

  /// The other editions with figures of what a statement is about, the first published first.
  func editions(of plan: CheckPlan) throws -> [CheckPlan.Edition] {
    try reading { catalog in plan.editions(catalog) }
  }

  /// The figures of a statement's periods, from the database.
  private func evidence(for plan: QueryPlan) throws -> Evidence {
    var evidence = Evidence(plan)
    for (index, figure) in plan.figures.enumerated() {
      for (place, segment) in figure.segments.enumerated() {
        for row in try self.evidence(of: figure, in: segment) {
          evidence.read(row, figure: index, segment: place)
        }
      }
    }
    for (index, edge) in plan.edges.enumerated() {
      let segment = Segment(
        candidate: edge.candidate,
        uses: [(0, DaySet([edge.month.days]))]
      )
      for row in try self.evidence(of: plan.figures[edge.figure], in: segment) {
        evidence.read(row, edge: index)
      }
    }
    return evidence
  }

  /// What one table holds of a figure; with `keys`, for each value of a dimension.
  private func evidence(
    of figure: FigurePlan,
    in segment: Segment,
    by keys: [ResolvedQuery.Key] = []
  ) throws -> [EvidenceRow] {
    let sql = EvidenceSQL(of: figure, in: segment, by: keys).sql
    let read = {
      let statement = try database.prepare(sql)
      var rows: [EvidenceRow] = []
      while try statement.step() { rows.append(EvidenceRow(statement, isByMember: !keys.isEmpty)) }
      return rows
    }
    return try memory?.rows(of: sql, reading: read) ?? read()
  }
}
