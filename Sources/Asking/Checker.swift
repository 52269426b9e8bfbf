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

  package init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
  }

  package func answer(_ typed: Check, as statement: String) throws -> CheckAnswer {
    let check = typed.settlingSince
    let open = ambiguities + [Ambiguity.bareYear(in: check)].compactMap { $0 }
    let readings = try NarrowedCheck.all(of: check, open).enumerated().map { index, reading in
      // A mistake in the statement itself is reported for its first reading.
      let result = try self.result(
        of: reading.check,
        as: statement,
        answersRefusals: answersRefusals || index > 0
      )
      return (name: reading.name, result: result)
    }
    guard let first = readings.first(where: { $0.result.plan != nil }) ?? readings.first else {
      preconditionFailure("a statement has no reading: \(statement)")
    }
    var answer = first.result.answer
    guard readings.count > 1 else { return answer }
    let answers = readings.map(\.result.answer)
    answer.readings = readings.map { CheckReading($0.name, $0.result.answer) }
    answer.verdict = Verdict(ofReadings: answers.map(\.verdict))
    answer.countingLeftOut = answer.countingLeftOut.map { _ in
      Verdict(ofReadings: answers.map { $0.countingLeftOut ?? $0.verdict })
    }
    return answer
  }

  /// Judges one reading; that nothing is held is a verdict, too.
  private func result(
    of check: Check,
    as statement: String,
    answersRefusals: Bool = true
  ) throws -> (plan: CheckPlan?, answer: CheckAnswer) {
    do {
      let plan = try pipeline.plan(check)
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
      return (plan, answer)
    } catch let diagnostic as Diagnostic {
      let told = diagnostic.asking { suggestion(asking: $0, judgedAs: check) }
      guard answersRefusals || told.kind == .lackOfData else { throw told }
      return (nil, CheckAnswer(statement: statement, lack: .init(told)))
    }
  }

  /// A suggested question turned into a statement, where the same can be said of it; otherwise
  /// unchanged.
  private func suggestion(asking question: String, judgedAs check: Check) -> String {
    let statement = "\(Check.keyword) \(question) \(check.judgment.spelling)"
    let works = (try? pipeline.plan(pipeline.parseCheck(statement))) != nil
    return works ? statement : question
  }

  // MARK: Lines that do not change the verdict

  /// What other sources have, and what was known on the day of the statement.
  private func setBeside(_ plan: CheckPlan, _ answer: inout CheckAnswer) throws {
    let check = plan.check.check
    if let day, !check.isAsOf {
      let then = try knownThen(check.asOf(day), as: answer.statement)
      answer.others.append(CheckReading("as published by \(day.label)", then))
    }
    for id in plan.otherSources {
      guard let source = pipeline.catalog.source(id),
        let other = try judged(check, by: id, as: answer.statement)
      else { continue }
      if answer.acceptsRounded(other, from: source) { continue }
      // A source with a shorter series may leave open what a longer one decides; that is not a
      // difference.
      guard plan.check.reach == nil || other.verdict != .undecided || answer.verdict == .undecided
      else { continue }
      answer.others.append(CheckReading("source: \(source.citation)", other, source: source.key))
    }
  }

  private func knownThen(_ check: Check, as statement: String) throws -> CheckAnswer {
    var then = Checker(pipeline)
    then.answersRefusals = true
    return try then.result(of: check, as: statement).answer
  }

  /// The ruling on a statement from one source alone; `nil` where it holds nothing of it.
  private func judged(
    _ check: Check,
    by source: Int,
    as statement: String
  ) throws -> CheckAnswer? {
    do {
      let answer = try pipeline.judge(pipeline.plan(check, allowed: .source(source)), as: statement)
      return answer.verdict == .noData ? nil : answer
    } catch is Diagnostic {
      return nil
    }
  }
}

extension CheckAnswer {
  /// A figure stated as one source prints it, rounded, is right as published where the exact figure
  /// of another rounds to it.
  fileprivate mutating func acceptsRounded(_ other: CheckAnswer, from source: Source) -> Bool {
    guard verdict == .fails, other.verdict == .holds, let allowed, let range = other.range,
      allowed.isPoint, !allowed.isComplement, self.range == nil, let value = value?.number,
      range.contains(value)
    else { return false }
    verdict = .holds
    foot.notes.append(Note(.precision, "as published, rounded: \(source.citation)"))
    return true
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

extension Verdict {
  /// The verdict over several readings: if one holds and another fails, it depends.
  init(ofReadings verdicts: [Verdict]) {
    let known = verdicts.filter { $0 != .noData }
    if known.isEmpty {
      self = .noData
    } else if known.contains(.holds), known.contains(.fails) {
      self = .depends
    } else if known.contains(.undecided) || known.contains(.depends) {
      self = known.contains(.depends) ? .depends : .undecided
    } else {
      self = known[0]
    }
  }
}
