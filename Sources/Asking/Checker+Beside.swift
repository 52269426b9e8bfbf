import Answering
import Catalog
import Diagnostics
import Planner
import QueryLanguage
import Results
import Store

// Lines that do not change the verdict, but for what was right on its day.

extension Checker {
  /// What other sources have, and what was known on the day of the statement.
  func setBeside(_ plan: CheckPlan, _ answer: inout CheckAnswer) throws {
    let check = plan.check.check
    // Another reading of a statement of a text only needs its verdict.
    if isBrief, isBeside { return }
    let misses = answer.verdict == .fails || answer.verdict == .close
    if isBrief, !misses || answer.miss == nil { return }
    if let day, !check.isAsOf {
      let then = try knownThen(check.asOf(day), as: answer.statement)
      answer.others.append(CheckReading("as published by \(day.label)", then))
      answer.acceptKnownThen(then, on: day)
    }
    if check.isAsOf, let today = try today(check, as: answer.statement) {
      answer.others.append(CheckReading("as held today", today))
    }
    for id in plan.otherSources {
      guard let source = pipeline.catalog.source(id),
        let other = try judged(plan.check, by: id, as: answer.statement)
      else { continue }
      if answer.acceptsRounded(other, from: source) { continue }
      // A source that holds a part of the period has nothing to compare.
      guard other.isHeldWhole || !answer.isHeldWhole else { continue }
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
    then.isBeside = true
    then.isWithoutReasons = true
    return try then.result(of: check, as: statement).answer
  }

  /// A statement as of a day, by what is held today; `nil` where nothing is.
  private func today(_ check: Check, as statement: String) throws -> CheckAnswer? {
    guard !isBeside else { return nil }
    let answer = try knownThen(check.withoutAsOf, as: statement)
    return answer.verdict == .noData ? nil : answer
  }

  /// The ruling on a statement from one source alone; `nil` where it holds nothing of it.
  private func judged(
    _ check: ResolvedCheck,
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
  /// What misses today and stood in an edition of the day was right when it was said.
  fileprivate mutating func acceptKnownThen(_ then: CheckAnswer, on day: Period) {
    guard verdict == .fails || verdict == .close, then.verdict == .holds, miss != nil else {
      return
    }
    verdict = .close
    miss?.cause = .revised
    miss?.detail = "so as published by \(day.label)"
  }

  /// A figure stated as one source prints it, rounded, is right as published where the exact figure
  /// of another rounds to it.
  fileprivate mutating func acceptsRounded(_ other: CheckAnswer, from source: Source) -> Bool {
    guard verdict == .fails || verdict == .close, other.verdict == .holds, let allowed,
      let range = other.range, allowed.isPoint, !allowed.isComplement, self.range == nil,
      let value = value?.number, range.contains(value)
    else { return false }
    verdict = .holds
    miss = nil
    foot.notes.append(Note(.precision, "as published, rounded: \(source.citation)"))
    return true
  }
}
