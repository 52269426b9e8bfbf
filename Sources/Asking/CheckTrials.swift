import Catalog
import Diagnostics
import Planner
import QueryLanguage
import Reading
import Results
import Store

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

extension CheckTrials {
  /// The preferred reading, tried; where it does not settle what was meant, the others, those that
  /// follow earlier topics, and last those that differ in more than one slot.
  func readings(_ own: [TextReading], _ more: () -> [TextReading]?) throws -> TriedReadings {
    var tried = TriedReadings()
    let near = own.enumerated().filter { $0.element.distance < .far }
    if try tries(near, &tried) { return tried }
    var count = own.count
    while let others = more() {
      if try tries(zip(count..., others), &tried) { return tried }
      count += others.count
    }
    guard tried.wantsFarOnes else { return tried }
    _ = try tries(own.enumerated().filter { $0.element.distance == .far }, &tried)
    return tried
  }

  /// Whether one of some readings settles what was meant.
  private func tries(
    _ readings: some Sequence<(Int, TextReading)>,
    _ tried: inout TriedReadings
  ) throws -> Bool {
    for (index, reading) in readings {
      guard let own = try self.reading(reading, index) else { continue }
      tried.all.append(own)
      if own.settles { return true }
    }
    return false
  }

  /// One reading with its checks, tried; `nil` where the language refuses what it says.
  func reading(_ reading: TextReading, _ index: Int) throws -> TriedReading? {
    var trials: [CheckTrial] = []
    for text in reading.checks {
      guard let trial = try trial(of: text) else { return nil }
      trials.append(trial)
    }
    return TriedReading(index, reading, trials)
  }
}
