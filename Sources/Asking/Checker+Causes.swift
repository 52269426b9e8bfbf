import Answering
import Catalog
import Diagnostics
import Planner
import QueryLanguage
import Results
import Store

// Why a number stated is not the figure of today. Looked for only where a check misses.

extension Checker {
  /// Names the cause where the digits alone do not.
  func explain(_ plan: CheckPlan, _ answer: inout CheckAnswer) throws {
    guard !isBeside, let miss = answer.miss, miss.cause != .revised else { return }
    guard answer.verdict == .close else { return try explainWideMiss(plan, &answer) }
    var found = try edition(plan, answer)
    if found == nil, miss.cause == .unexplained {
      found = try otherSource(plan, answer) ?? otherPeriod(plan, answer) ?? otherPlace(plan, answer)
    }
    answer.setCause(found)
  }

  /// Of a number that is not close, only what is exactly another figure is told.
  private func explainWideMiss(_ plan: CheckPlan, _ answer: inout CheckAnswer) throws {
    guard answer.verdict == .fails, !isBrief, answer.miss?.cause != .swapped,
      plan.check.check.statingExactly != nil
    else { return }
    answer.setCause(
      try otherSource(plan, answer) ?? otherPeriod(plan, answer) ?? otherPlace(plan, answer)
        ?? edition(plan, answer)
    )
  }

  fileprivate typealias Found = (cause: Miss.Cause, detail: String)

  /// The first edition that says what is stated.
  private func edition(_ plan: CheckPlan, _ answer: CheckAnswer) throws -> Found? {
    guard !plan.check.check.isAsOf else { return nil }
    for edition in try pipeline.editions(of: plan) {
      let then = try judged(plan.check, by: edition, as: answer.statement)
      guard let then, then.verdict == .holds else { continue }
      let figure = then.value?.number.flatMap(\.wholeWords) ?? ""
      return (.revised, "\(figure)as published \(edition.published)")
    }
    return nil
  }

  private func judged(
    _ check: ResolvedCheck,
    by edition: CheckPlan.Edition,
    as statement: String
  ) throws -> CheckAnswer? {
    do {
      let plan = try pipeline.plan(check, allowed: .table(edition.table))
      return try pipeline.judge(plan, as: statement)
    } catch is Diagnostic {
      return nil
    }
  }

  private func judged(_ check: Check, as statement: String) throws -> CheckAnswer? {
    do {
      return try pipeline.judge(pipeline.plan(check), as: statement)
    } catch is Diagnostic {
      return nil
    }
  }

  /// A table of today that says what is stated.
  private func otherSource(_ plan: CheckPlan, _ answer: CheckAnswer) -> Found? {
    let sources = plan.otherSources.compactMap { pipeline.catalog.source($0) }
    for other in answer.others where other.verdict == .holds {
      guard let source = sources.first(where: { $0.key == other.source }) else { continue }
      let isRounded = other.value?.precision == .approximate
      return (isRounded ? .rounded : .anotherSource, source.citation)
    }
    return nil
  }

  /// The period before or after, or a year before, with exactly the figure stated.
  private func otherPeriod(_ plan: CheckPlan, _ answer: CheckAnswer) throws -> Found? {
    guard let exact = plan.check.check.statingExactly, plan.base == nil,
      let own = plan.pieces[plan.subject].period
    else { return nil }
    for period in own.neighbors {
      guard let other = try judged(exact.replacingOwnPeriod(by: period), as: answer.statement),
        other.verdict == .holds
      else { continue }
      return (.anotherPeriod, "the figure of \(period.label)")
    }
    return nil
  }
}

extension Checker {
  /// The place beside, or all places together, with exactly the figure stated: of those that are
  /// often meant without being named.
  private func otherPlace(_ plan: CheckPlan, _ answer: CheckAnswer) throws -> Found? {
    guard let exact = plan.check.check.statingExactly, plan.base == nil else { return nil }
    for case .place(let dimension, _) in pipeline.catalog.spokenReadings() {
      guard let (kept, everywhere) = exact.withoutValue(of: dimension, in: pipeline.catalog) else {
        continue
      }
      let others = pipeline.catalog.members(of: dimension).filter {
        $0.id != kept.id && $0.rest == .none
      }
      let places = others.map { ($0.name, everywhere.keeping(to: $0)) }
      for (name, check) in [("every place", everywhere)] + places {
        guard let other = try judged(check, as: answer.statement), other.verdict == .holds
        else { continue }
        return (.anotherPlace, "the figure of \(name)")
      }
    }
    return nil
  }
}

extension CheckAnswer {
  fileprivate mutating func setCause(_ found: Checker.Found?) {
    guard let found else { return }
    miss?.cause = found.cause
    miss?.detail = found.detail
  }
}

extension Period {
  /// The one before, the one after, and the same of the year before.
  fileprivate var neighbors: [Period] {
    let before = [previous, next]
    switch unit {
    case .fiscalYear, .calendarYear, .day: return before
    case .quarter: return before + [advanced(by: -4)]
    case .month: return before + [advanced(by: -12)]
    }
  }
}

extension Number {
  /// `7,181 `, for a whole number.
  fileprivate var wholeWords: String? {
    guard case .integer(let whole) = self else { return nil }
    return grouped(whole) + " "
  }
}
