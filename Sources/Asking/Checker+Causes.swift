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
      guard let then = try planned(plan.check, by: edition) else { continue }
      let judged = try pipeline.judge(then, as: answer.statement)
      guard judged.verdict == .holds else { continue }
      // Only what is over the same days can have been revised.
      guard then.heldDays == plan.heldDays else {
        guard let last = then.heldDays.hull?.last else { continue }
        return (.anotherPeriod, "the figure to \(Period.day(last).label)")
      }
      let figure = judged.value?.number.flatMap(\.wholeWords) ?? ""
      return (.revised, "\(figure)as published \(edition.published)")
    }
    return nil
  }

  private func planned(
    _ check: ResolvedCheck,
    by edition: CheckPlan.Edition
  ) throws -> CheckPlan? {
    do {
      return try pipeline.plan(check, allowed: .table(edition.table))
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
      let named = exact.withoutValue(of: dimension, in: pipeline.catalog)
      let everywhere = named?.rest ?? exact
      let others = pipeline.catalog.members(of: dimension).filter {
        $0.id != named?.value.id && $0.rest == .none
      }
      let places = others.map { ($0.name, everywhere.keeping(to: $0)) }
      for (name, check) in (named == nil ? [] : [("every place", everywhere)]) + places {
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
