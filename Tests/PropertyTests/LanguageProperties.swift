import Diagnostics
import QueryLanguage
import Shell
import TestSupport
import Testing

@Suite("Whatever is typed")
struct LanguageProperties {
  @Test("any text is planned, or refused with a place inside it", arguments: 0..<4 as Range<UInt64>)
  func refusesWithPlace(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    var dice = Dice(seed: seed)
    for round in 0..<150 {
      let text =
        switch round % 3 {
        case 0: shipped.words.noise(&dice)
        case 1: shipped.words.tokenSoup(&dice)
        default: shipped.words.mutation(of: shipped.words.question(&dice), &dice)
        }
      guard case .failure(let diagnostic) = try shipped.plan(text) else { continue }
      let span = diagnostic.span
      #expect(
        0 <= span.start && span.start <= span.end && span.end <= text.utf8.count,
        "\(diagnostic.id) at \(span) of \(text.debugDescription)"
      )
      #expect(!diagnostic.message.isEmpty && !diagnostic.message.hasSuffix("."))
    }
  }

  @Test("any text gets an answer or a complaint from a session")
  func replies() throws {
    let shipped = try Shipped.shared.get()
    var session = shipped.session
    var dice = Dice(seed: 11)
    for _ in 0..<150 {
      let text = shipped.words.mutation(of: shipped.words.question(&dice), &dice)
      let outcome = try session.reply(to: text)
      #expect(outcome == .done || outcome == .failed || text.hasPrefix("."), "\(text)")
    }
  }

  @Test("the canonical spelling of a question means the same question", arguments: [21, 22, 23])
  func spellsItself(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    shipped.check(100, seed: seed) { question, _ in
      guard let query = try? shipped.query(question) else { return }
      let spelling = query.spelling
      #expect(try shipped.query(spelling).spelling == spelling, "\(question)\n\(spelling)")
      switch (try shipped.plan(question), try shipped.plan(spelling)) {
      case (.success(let first), .success(let second)):
        #expect(try shipped.json(first) == shipped.json(second), "\(question)\n\(spelling)")
      case (.failure(let first), .failure(let second)):
        #expect(first.message == second.message, "\(question)\n\(spelling)")
      default: Issue.record("only one of the two is planned:\n\(question)\n\(spelling)")
      }
    }
  }

  @Test("the order of clauses and the case of letters mean nothing", arguments: [61, 62])
  func ignoresOrder(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    var dice = Dice(seed: seed)
    for _ in 0..<100 {
      let parts = shipped.words.parts(&dice)
      let question = ([parts.columns] + parts.clauses).joined(separator: " ")
      let other = ([parts.columns] + parts.clauses.reversed()).joined(separator: " ").uppercased()
      switch (try shipped.plan(question), try shipped.plan(other)) {
      case (.success(let first), .success(let second)):
        guard let answer = try? shipped.json(first) else { continue }
        #expect(try answer == shipped.json(second), "\(question)\n\(other)")
      case (.failure(let first), .failure(let second)):
        #expect(first.id == second.id, "\(question)\n\(other)")
      default: Issue.record("only one of the two is planned:\n\(question)\n\(other)")
      }
    }
  }

  @Test("what completion offers can be there", arguments: [31, 32])
  func offersWhatParses(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    let completion = shipped.session.completion
    var offered = 0
    shipped.check(60, seed: seed) { question, dice in
      let line = Array(question.utf8)
      let cursor = dice.roll(0...line.count)
      let typed = String(decoding: line[..<cursor], as: UTF8.self)
      let offer = completion.offer(for: typed, at: cursor)
      #expect(offer.start <= cursor)
      for item in offer.items.shuffled(using: &dice).prefix(3) {
        offered += 1
        let text = String(decoding: line[..<offer.start], as: UTF8.self) + item.text
        do {
          _ = try shipped.query(text)
        } catch let diagnostic as Diagnostic {
          // A beginning may lack its end: only what is there must be right.
          #expect(
            diagnostic.span.end >= text.utf8.count,
            "\(typed.debugDescription) is offered \(item.text): \(diagnostic.message)"
          )
        }
      }
    }
    #expect(offered > 60, "too few offers to prove anything")
  }

  @Test("every suggested question is answered", arguments: [41, 42, 43, 44])
  func suggestsWhatWorks(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    shipped.check(100, seed: seed) { question, _ in
      guard case .failure(let diagnostic) = try shipped.plan(question) else { return }
      for suggestion in diagnostic.questions {
        switch try shipped.plan(suggestion) {
        case .success(let plan):
          _ = try shipped.json(plan)
        case .failure(let refusal):
          Issue.record(
            "\(question)\n\(diagnostic.message)\nsuggests: \(suggestion)\n\(refusal.message)"
          )
        }
      }
    }
  }
}
