import Planner

/// The plans of the questions that a line may mean, so that what was tried is what is answered.
final class PlannedReadings {
  private var plans: [String: QueryPlan?] = [:]

  func forget() { plans = [:] }

  func plan(of question: String) -> QueryPlan? { plans[question] ?? nil }

  /// The plan that is known, or one that is made now; `nil` where the data do not answer the
  /// question.
  func plan(of question: String, _ make: () -> QueryPlan?) -> QueryPlan? {
    if let known = plans[question] { return known }
    let plan = make()
    plans.updateValue(plan, forKey: question)
    return plan
  }
}
