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

  /// Judges one reading of a statement. With `bridgingSeams`, it also computes the ruling with the
  /// figures of several tables rescaled to one level.
  package func judge(
    _ plan: CheckPlan,
    as statement: String,
    bridgingSeams: Bool = true
  ) throws -> CheckAnswer {
    var evidence = Evidence(plan.plan)
    for (index, figure) in plan.plan.figures.enumerated() {
      for (place, segment) in figure.segments.enumerated() {
        let rows = try database.prepare(EvidenceSQL(of: figure, in: segment).sql)
        while try rows.step() { evidence.read(rows, figure: index, segment: place) }
      }
    }
    for (index, edge) in plan.plan.edges.enumerated() {
      let segment = Segment(
        candidate: edge.candidate,
        uses: [(0, DaySet([edge.month.days]))]
      )
      let sql = EvidenceSQL(of: plan.plan.figures[edge.figure], in: segment).sql
      let rows = try database.prepare(sql)
      while try rows.step() { evidence.read(rows, edge: index) }
    }
    let side = try sideFigures(plan.plan)
    let values = evidence.values()
    return try reading { catalog in
      var answer = CheckAnswer(statement, plan, values, evidence.met, side: side, catalog: catalog)
      if bridgingSeams,
        let bridged = plan.bridged(values, side.seams.map { ($0.earlier, $0.later) })
      {
        let other = CheckAnswer(
          statement,
          plan,
          bridged,
          evidence.met,
          side: side,
          catalog: catalog
        )
        answer.widen(by: other)
        answer.weigh(
          other,
          as: "brought to one level where tables meet",
          beside: "as each table has it"
        )
      }
      return answer
    }
  }
}
