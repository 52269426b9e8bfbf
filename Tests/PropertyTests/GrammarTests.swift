import Asking
import Diagnostics
import Planner
import QueryLanguage
import SQLCompiler
import Shell
import Store
import Testing

@Suite("The grammar of the page is the language")
struct GrammarTests {
  @Test(
    "a question that the grammar allows is understood",
    arguments: 81...86 as ClosedRange<UInt64>
  )
  func parses(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    var questions = GrammaticalQuestions(try Grammar(), shipped.words, seed: seed)
    var answered = 0
    for _ in 0..<100 {
      let question = questions.next()
      do {
        let spelling = try shipped.query(question).spelling
        let again = try shipped.query(spelling).spelling
        #expect(again == spelling, "\(question)")
        answered += try isAnswered(question, shipped) ? 1 : 0
      } catch {
        Issue.record("\(question)\n\(error)")
      }
    }
    #expect(answered > 2, "too few questions could be planned to prove anything")
  }

  @Test(
    "a statement that the grammar allows is understood",
    arguments: 87...90 as ClosedRange<UInt64>
  )
  func parsesStatements(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    var statements = GrammaticalQuestions(try Grammar(), shipped.words, seed: seed)
    for _ in 0..<100 {
      let statement = statements.next("check")
      guard !statement.namesDocuments else { continue }
      do {
        let spelling = try shipped.pipeline.parseCheck(statement).spelling
        // Without where the answer goes: that would be a file of this folder.
        let alone = "check \(spelling)"
        let again = try shipped.pipeline.parseCheck(alone).spelling
        #expect(again == spelling, "\(statement)")
        _ = try shipped.verdict(alone)
      } catch {
        Issue.record("\(statement)\n\(error)")
      }
    }
  }

  /// Whether it is planned, and its SQL runs; what is refused is refused with a place inside the text.
  private func isAnswered(_ question: String, _ shipped: Shipped) throws -> Bool {
    switch try shipped.plan(question) {
    case .success(let plan):
      let sql = shipped.pipeline.compile(plan).sql
      let rows = try shipped.pipeline.database.prepare(sql)
      while try rows.step() {}
      #expect(TranslatedSQL(sql, to: .postgres) != nil, "not written for PostgreSQL: \(question)")
      return true
    case .failure(let diagnostic):
      let span = diagnostic.span
      #expect(
        0 <= span.start && span.start <= span.end && span.end <= question.utf8.count,
        "\(diagnostic.id) at \(span) of \(question)"
      )
      return false
    }
  }

  @Test(
    "a test on figures ends where it ends",
    arguments: [
      "encounters where (citizenship = cuba) where border = southwest",
      "encounters by fy where citizenship = cuba where encounters > 5 and border = southwest",
      "ICE removals of known or suspected gang members by fy where "
        + "ICE removals of known or suspected gang members > 5,000",
    ]
  )
  func endsTests(_ question: String) throws {
    _ = try Shipped.shared.get().query(question)
  }

  @Test("every clause, statement and extra is on the page")
  func isComplete() throws {
    let words = try Grammar().words
    let keywords = Clauses.all.flatMap { $0.keywords }.joined(separator: " ").split(separator: " ")
    let statements = SessionStatements.all.map { $0.keyword }
    for word in keywords.map(String.init) + statements + Extra.Keyword.allCases.map(\.rawValue) {
      #expect(words.contains(word), "`\(word)` is not in docs/language/grammar.md")
    }
  }

  @Test("every form of judgment is on the page", arguments: Judgment.words.sorted())
  func hasJudgment(_ word: String) throws {
    let grammar = try Grammar()
    #expect(
      grammar.words.contains(word) || grammar.examples.values.contains { $0.contains(word) },
      "`\(word)` begins a judgment and is not in docs/language/grammar.md"
    )
  }

  @Test(
    "a word that begins a statement ends a name",
    arguments: SessionStatements.all.map { $0.keyword }
  )
  func statementWord(_ word: String) {
    #expect(
      Keywords.contains(word),
      "Sources/QueryLanguage/Syntax/Keywords.swift: `\(word)` begins a statement and is not listed"
    )
  }

  @Test("every name of the page is explained there")
  func isClosed() throws {
    let grammar = try Grammar()
    let catalog = ["measure", "dimension", "value", "kind"]
    for name in grammar.names where grammar.rules[name] == nil && grammar.examples[name] == nil {
      #expect(catalog.contains(name), "`\(name)` is neither a rule nor a word of the grammar")
    }
  }
}

extension String {
  /// Whether it is about what documents said, which is not of the language itself.
  fileprivate var namesDocuments: Bool {
    ["claim ", "figure ", "document ", "claims"].contains { hasPrefix("check \($0)") }
  }
}
