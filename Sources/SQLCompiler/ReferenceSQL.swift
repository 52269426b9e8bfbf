import Planner
import QueryLanguage

/// The rows that the rows of the answer are compared with.
struct ReferenceSQL {
  let reference: Reference
  let frame: FrameSQL

  init(_ plan: QueryPlan, _ reference: Reference, _ steps: Steps, _ ahead: SumsAhead?) {
    self.reference = reference
    var needs = steps.needs(of: reference.frame, hasOwnColumns: false)
    needs.ahead = ahead
    if let per = plan.query.per {
      needs.columns = PerSQL.columns(per.unit, plan, reference.frame)
    }
    frame = FrameSQL(plan, reference.frame, suffix: reference.kind.suffix, needs: needs)
  }

  /// Whether each row is compared with a different period.
  var isOnePieceARow: Bool {
    switch reference.kind {
    case .yearBefore, .versus: true
    case .index: false
    }
  }
}
