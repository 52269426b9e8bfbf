import Answering
import Catalog
import Diagnostics
import Planner
import QueryLanguage
import Results
import Store

/// A check of one reading of a statement, judged as far as readings must be told apart: nothing is
/// set beside it, and no words are made.
struct CheckTrial {
  let check: Check
  /// `nil` where nothing is held.
  let plan: CheckPlan?
  let verdict: Verdict
  /// By how much the figure differs from the number stated, in percent or in points.
  var difference: Double?
  var isInPoints = false
  /// Whether a number of four or more digits is exactly the figure.
  var meetsLongNumber = false
}

/// The checks that were tried for a text, so that none is judged twice. What is remembered is
/// bounded.
final class CheckTrials {
  private let pipeline: Pipeline
  private var known: [String: CheckTrial?] = [:]

  private static let most = 200

  init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
  }

  /// The check that a text is; `nil` where the language refuses it.
  func trial(of text: String) throws -> CheckTrial? {
    if let found = known[text] { return found }
    if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
    let trial = try self.made(of: text)
    known[text] = .some(trial)
    return trial
  }

  private func made(of text: String) throws -> CheckTrial? {
    guard let check = try? pipeline.parseCheck(text),
      let resolved = try? pipeline.reading({ try check.resolved(against: $0) })
    else { return nil }
    do {
      let plan = try pipeline.trying(resolved)
      if resolved.ranked != nil {
        let answer = try pipeline.judge(plan, as: text)
        return CheckTrial(check: check, plan: plan, verdict: answer.verdict)
      }
      return try pipeline.trial(check, plan)
    } catch is Diagnostic {
      return CheckTrial(check: check, plan: nil, verdict: .noData)
    }
  }
}
