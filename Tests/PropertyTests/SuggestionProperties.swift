import Asking
import Catalog
import Diagnostics
import Foundation
import Planner
import QueryLanguage
import Reading
import Shell
import Store
import TestSupport
import Testing

/// Lines as people type them that are no questions, and what is offered instead.
@Suite("What is offered instead")
struct SuggestionProperties {
  @Test("runs, and counts what was typed", arguments: [71, 72, 73] as [UInt64])
  func countsWhatWasTyped(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    var dice = Dice(seed: seed)
    var offered = 0
    for _ in 0..<120 {
      let line = shipped.words.line(&dice)
      guard case .failure(let mistake) = try shipped.plan(line.text),
        case .success(let own) = try shipped.plan(line.measure)
      else { continue }
      let typed = Set(own.query.columns.flatMap(\.measures).map(\.id))
      for question in mistake.questions + shipped.readings(of: line.text) {
        offered += 1
        guard case .success(let plan) = try shipped.plan(question) else {
          Issue.record("\(line.text)\noffers what fails: \(question)")
          continue
        }
        _ = try shipped.json(plan)
        let measures = Set(plan.query.columns.flatMap(\.measures).map(\.id))
        let isShownInstead = measures.isSubset(of: shownInstead(of: typed, shipped))
        #expect(
          measures == typed || isShownInstead,
          "\(line.text)\noffers another measure: \(question)"
        )
      }
      for question in mistake.examples {
        guard case .success(let plan) = try shipped.plan(question) else { continue }
        let measures = Set(plan.query.columns.flatMap(\.measures).map(\.id))
        #expect(measures == typed, "\(line.text)\nhas an example of another measure: \(question)")
      }
    }
    #expect(offered > 25, "too few offers to prove anything")
  }

  /// The measures that the catalog shows instead of some that are not published by what is beside
  /// them.
  private func shownInstead(of measures: Set<Int>, _ shipped: Shipped) -> Set<Int> {
    let texts = measures.flatMap(shipped.pipeline.catalog.notHeld(of:)).map(\.instead)
    let shown = shipped.pipeline.catalog.measures().filter { measure in
      texts.contains { $0.components(separatedBy: "; ").contains { $0.hasPrefix(measure.name) } }
    }
    return Set(shown.map(\.id))
  }

  @Test("never adds up what was to be compared", arguments: [81, 82] as [UInt64])
  func neverAddsWhatIsCompared(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    var dice = Dice(seed: seed)
    var offered = 0
    for _ in 0..<80 {
      guard let line = shipped.words.comparison(&dice) else { continue }
      for question in shipped.readings(of: line) {
        guard case .success(let plan) = try shipped.plan(question) else { continue }
        offered += 1
        #expect(plan.query.columns.count == 2 || plan.query.isAcross, "\(line)\n\(question)")
      }
    }
    #expect(offered > 12, "too few offers to prove anything")
  }

  @Test("is the question of a line that begins with `show me`")
  func showsQuestions() throws {
    var session = try Shipped.shared.get().session
    let sink = CollectingSink()
    session.sink = sink
    #expect(try session.reply(to: "show me encounters by month in 2024") == .failed)
    #expect(sink.complaint.hasSuffix("try:  encounters by month in fy2024\n"), "\(sink.complaint)")
  }

  @Test(
    "is nothing that shares letters only",
    arguments: [
      "kids", "atd", "encounters for kids", "year with the most deportations",
      "recidivism rate border",
    ]
  )
  func sharesMoreThanLetters(_ line: String) throws {
    guard case .failure(let mistake) = try Shipped.shared.get().plan(line) else { return }
    #expect(mistake.hint?.hasPrefix("did you mean") != true, "\(line): \(mistake.hint ?? "")")
  }

  @Test(
    "is what a slip meant",
    arguments: [
      ("apprehentions by fy", "apprehensions"), ("siezures by fy", "drug seizures"),
      ("encounters for venezuala", "Venezuela"), ("removls by fy", "removals"),
      ("ice removls by fy", "ICE removals"), ("asylum grant rate", "asylum grants"),
    ]
  )
  func findsSlips(_ line: String, _ meant: String) throws {
    guard case .failure(let mistake) = try Shipped.shared.get().plan(line) else {
      Issue.record("\(line) is planned")
      return
    }
    #expect(mistake.hint?.contains("`\(meant)`") == true, "\(line): \(mistake.hint ?? "")")
  }
}

extension Shipped {
  /// What a line means that is not in the language, as far as it is answered.
  fileprivate func readings(of line: String) -> [String] {
    guard case .questions(let found)? = pipeline.readings(of: line) else { return [] }
    return found.map(\.statement).filter { (try? pipeline.plan($0)) != nil }
  }
}

extension Diagnostic {
  /// What is between backticks in the hint, unless it is asked whether it was meant.
  fileprivate var examples: [String] {
    guard let hint, !hint.hasPrefix("did you mean") else { return [] }
    return hint.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}

extension Vocabulary {
  /// A line of speech about one measure.
  fileprivate func line(_ dice: inout Dice) -> (text: String, measure: String) {
    let subject = dice.pick(subjects)
    let measure = subject.measure
    let value = subject.members.isEmpty ? "mexico" : dice.pick(subject.members)
    let period = dice.pick(["2022", "fy2021", "may 2023", "2019"])
    let lines = [
      "how many \(measure) in \(period)", "\(measure) \(period)", "\(value) \(measure)",
      "\(measure) \(value)", "\(measure) on the \(value)", "\(measure) of \(value) by fy",
      "what is \(measure)", "by fy \(measure)", "total \(measure) in \(period)?",
      "\(measure) in \(value) \(period)", "sum(\(measure)) by fy",
      "\(value) \(measure) since \(period)",
      "select \(measure) from x", "\(measure) group by fy", "\(measure) by year",
      "\(value) vs mexico \(measure) by fy", "\(measure) for \(value) vs mexico",
      "please list \(measure) for \(value)", "give me \(measure) by fy",
      "\(measure) \(period) vs 2020",
    ]
    return (dice.pick(lines), measure)
  }

  /// A line that compares two values of a dimension.
  fileprivate func comparison(_ dice: inout Dice) -> String? {
    let subject = dice.pick(subjects)
    guard subject.members.count > 1 else { return nil }
    let (first, second) = (dice.pick(subject.members), dice.pick(subject.members))
    guard first != second else { return nil }
    let measure = subject.measure
    return dice.pick([
      "\(measure) for \(first) vs \(second)", "\(first) vs \(second) \(measure) by fy",
      "compare \(measure) for \(first) and \(second)",
      "\(measure) of \(first) compared with \(second)",
      "\(measure) for \(first) versus \(second) by fy",
    ])
  }
}
