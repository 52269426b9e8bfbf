import Asking
import Describing
import Diagnostics
import Output
import QueryLanguage
import Results

/// `check removals in fy2022 is lowest since fy1996` — whether the figures support a statement.
enum CheckStatement: SessionStatement {
  static let keyword = Check.keyword
  static let synopsis = "check QUESTION is …"
  static let summary = "whether a statement holds, with the numbers that it rests on"
  static let example =
    "check encounters for southwest, between ports in nov 2024 is lowest since jul 2020"
  static var topics: [(String, String)] {
    CheckForms.all + StatedKind.allCases.map { ($0.synopsis, $0.summary) }
  }

  static func run(_ words: StatementWords, in session: inout Session) throws {
    guard let first = words.first else { throw Diagnostic.nothingToCheck(at: words.span) }
    if let kind = StatedKind(rawValue: first.text.lowercased()) {
      return try run(kind, words.dropFirst(), at: first.span, in: &session)
    }
    let check: Check
    do {
      check = try session.pipeline.parseCheck(words.source)
    } catch let mistake as Diagnostic {
      guard try SpokenSentence(words.text).judge(mistake, at: first.span, in: &session) else {
        throw mistake
      }
      return
    }
    var answer = try Checker(session.pipeline).answer(check, as: words.until(check.end).text)
    answer.expected = try Expectation.verdict(in: words.source)
    let isOwn = check.delivery.format != nil || check.delivery.file != nil
    try session.deliver(check.delivery, for: .checks, at: first.span) { session, format in
      try session.write([answer], isList: false, as: format, isOwn: isOwn)
    }
  }

  /// Judges what documents said.
  private static func run(
    _ kind: StatedKind,
    _ words: StatementWords,
    at span: SourceSpan,
    in session: inout Session
  ) throws {
    let (id, delivery) = try words.delivery
    let pipeline = session.pipeline
    let catalogIndex = CatalogIndex(pipeline)
    try session.deliver(delivery, for: .checks, at: span) { session, format in
      // A list on a screen has a line for each.
      let isBrief = kind.isList && format == TableFormat.self && !session.keepsChecks
      let checks = StatedChecks(pipeline, catalogIndex, isBrief: isBrief)
      var answers = try kind.answers(id, checks, catalogIndex)
      if let expected = try Expectation.verdict(in: words.source) {
        // Of a document, it is what every one of its statements must have.
        for place in answers.indices { answers[place].expected = expected }
      }
      let isOwn = delivery.format != nil || delivery.file != nil
      try session.write(answers, isList: kind.isList, as: format, isOwn: isOwn)
    }
  }

  // MARK: Completion

  static func offer(
    for typed: String,
    after: Int,
    in completion: SessionCompletion
  ) -> QueryCompletion.Offer {
    let words = TypedWords(typed, after: after)
    let kind = words.partial.split(separator: " ").first.map(String.init) ?? ""
    if words.partial.contains(" "), let stated = StatedKind(rawValue: kind.lowercased()) {
      let ids = stated.ids(in: completion.memory.catalogIndex)
      return TypedWords(typed, after: after + kind.utf8.count + 1).offer(ids)
    }
    return completion.question(typed, after: after, in: .statement)
  }
}

extension Session {
  /// Writes the verdicts on statements, and counts them; `isOwn` where the statement names its
  /// format or file.
  mutating func write(
    _ judged: [CheckAnswer],
    isList: Bool,
    as type: any OutputFormat.Type,
    isOwn: Bool
  ) throws {
    let checks = judged.map { answer in
      var answer = answer
      answer.place = place
      answer.acceptsClose = acceptsClose
      return answer
    }
    for check in checks { verdicts.add(check.verdict, passes: check.passes) }
    if keepsChecks { checked += checks.map { .judged($0) } }
    if reportsTests, !isOwn { return }
    var format = type.init(style: style)
    var output = OutputBuffer()
    // Statements that hold are not shown where only failures are wanted.
    let told = isQuiet && !isIntoFile ? checks.filter { !$0.passes } : checks
    if !told.isEmpty { format.checks(told, isList: isList, into: &output) }
    try sink.write(&output)
  }
}

extension Diagnostic {
  fileprivate static func nothingToCheck(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "nothing-to-check",
      "expected a statement to check",
      at: span,
      hint: "such as `\(CheckStatement.example)`"
    )
  }
}
