import Answering
package import Catalog
import Diagnostics
package import Planner
package import QueryLanguage
package import Results
import Store

/// Judges a statement in every reading of it, and compares with other sources and vintages.
package struct Checker {
  let pipeline: Pipeline
  /// What the statement leaves open, beside bare years.
  package var ambiguities: [Ambiguity] = []
  /// The day on which it was said; what was known then is compared with what is known now.
  package var day: Period?
  /// Whether a statement that the language refuses is reported as one without data: it is from a
  /// document, so nobody is there to correct it.
  package var answersRefusals = false
  /// Whether only the verdict and its value are shown: lines that cannot change them are not made.
  package var isBrief = false
  /// Whether it judges a line beside another judgment, which needs no lines of its own.
  var isBeside = false
  /// Whether why nothing is held is not told, and so not worked out.
  var isWithoutReasons = false

  package init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
  }

  package func answer(_ typed: Check, as statement: String) throws -> CheckAnswer {
    let check = typed.settlingSince
    let open = ambiguities + [Ambiguity.bareYear(in: check)].compactMap { $0 }
    var readings: [WeighedReading] = []
    for (index, reading) in NarrowedCheck.all(of: check, open).enumerated() {
      if isBrief, !reading.isPreferred, WeighedReading.settle(readings) { break }
      // A mistake in the statement itself is reported for its first reading.
      let result = try self.result(
        of: reading.check,
        as: statement,
        answersRefusals: answersRefusals || index > 0
      )
      readings.append(
        WeighedReading(
          name: reading.name,
          isPreferred: reading.isPreferred,
          isPlanned: result.plan != nil,
          answer: result.answer
        )
      )
    }
    return WeighedReading.answer(of: readings)
  }

  /// Judges one reading; that nothing is held is a verdict, too.
  func result(
    of check: Check,
    as statement: String,
    answersRefusals: Bool = true
  ) throws -> (plan: CheckPlan?, answer: CheckAnswer) {
    try result(
      planning: { isWithoutReasons ? try pipeline.trying(check) : try pipeline.plan(check) },
      as: statement,
      answersRefusals,
      asking: { suggestion(asking: $0, judgedAs: check) }
    )
  }

  /// The same of a plan that is there already.
  func result(of plan: CheckPlan, as statement: String) throws -> CheckAnswer {
    try result(planning: { plan }, as: statement, true, asking: { $0 }).answer
  }

  private func result(
    planning: () throws -> CheckPlan,
    as statement: String,
    _ answersRefusals: Bool,
    asking: (String) -> String
  ) throws -> (plan: CheckPlan?, answer: CheckAnswer) {
    do {
      let plan = try planning()
      var answer = try pipeline.judge(plan, as: statement)
      if let lack = plan.lack, answer.verdict == .noData { throw lack }
      if let best = plan.best {
        answer.weigh(
          try pipeline.judge(plan.with(best), as: statement, bridgingSeams: false),
          as: "each period from the best table for it",
          beside: "all periods from one table"
        )
      }
      try setBeside(plan, &answer)
      try explain(plan, &answer)
      offerWholePeriod(plan, &answer)
      return (plan, answer)
    } catch let diagnostic as Diagnostic {
      let told = diagnostic.asking(asking)
      guard answersRefusals || told.kind == .lackOfData else { throw told }
      return (nil, CheckAnswer(statement: statement, lack: .init(told)))
    }
  }

  /// Where nothing can be said because the period is held in part, the part that is held whole can
  /// be judged.
  private func offerWholePeriod(_ plan: CheckPlan, _ answer: inout CheckAnswer) {
    guard answer.verdict == .undecided, !isBeside, let whole = plan.wholeSpan else { return }
    let statement = "\(Check.keyword) \(plan.check.check.replacingOwnPeriod(by: whole).spelling)"
    guard (try? pipeline.plan(pipeline.parseCheck(statement))) != nil else { return }
    answer.told.append(CheckFact(label: "can be judged", words: statement))
  }

  /// A suggested question turned into a statement, where the same can be said of it; otherwise
  /// unchanged.
  private func suggestion(asking question: String, judgedAs check: Check) -> String {
    let statement = "\(Check.keyword) \(question) \(check.judgment.spelling)"
    let works = (try? pipeline.plan(pipeline.parseCheck(statement))) != nil
    return works ? statement : question
  }
}

extension CheckAnswer.Lack {
  init(_ diagnostic: Diagnostic) {
    self.init(
      reason: [diagnostic.message, diagnostic.hint].compactMap { $0 }.joined(by: "; "),
      questions: diagnostic.questions
    )
  }
}

extension Diagnostic {
  /// The same with each suggested question changed.
  fileprivate func asking(_ change: (String) -> String) -> Diagnostic {
    questions.isEmpty
      ? self : offering(questions.map(change))
  }
}
