package import Catalog
import Diagnostics
import QueryLanguage
import Reading
package import Results
import Store

/// Reads texts and judges what they state.
package struct TextJudge {
  private let pipeline: Pipeline

  /// The largest text, in bytes.
  package static let largest = 10 << 20

  package init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
  }

  /// Reads a text. `day` is the one given for it; without one, the text may tell it.
  package func read(_ text: String, name: String, day given: Day?) throws -> ReadText {
    let kind = TextKind(of: name, text)
    let blocks = TextBlocks.blocks(of: text, kind)
    let catalog = pipeline.catalog
    let day = given ?? TextDay.day(in: blocks[...], catalog)
    let edition = catalog.edition()
    let edge = edition.flatMap { Period(date: $0.published) }?.days.first
    var reader = TextReader(catalog, spoken: catalog.spokenReadings(), day: day, edge: edge)
    var statements: [TextStatement] = []
    var paragraphs: [ReadText.Paragraph] = []
    for block in blocks {
      let count = statements.count
      let claims = try reader.claims(in: block) { claim in
        let (statement, chosen) = try judge(claim, day: day.map(Period.day))
        statements.append(statement)
        return chosen
      }
      paragraphs.append(Self.paragraph(block, claims, after: count))
    }
    return ReadText(
      name: name,
      day: day.map(Period.day),
      isDayFound: given == nil && day != nil,
      paragraphs: paragraphs,
      statements: statements,
      edition: edition?.published ?? ""
    )
  }

  /// The words of a block, in pieces by statements.
  private static func paragraph(
    _ block: TextBlock,
    _ claims: [TextClaim],
    after count: Int
  ) -> ReadText.Paragraph {
    var pieces: [ReadText.Piece] = []
    var start = 0
    for (index, claim) in claims.enumerated() {
      guard let first = block.index(of: claim.range.lowerBound, from: start),
        let last = block.index(of: claim.range.upperBound - 1, from: first)
      else { continue }
      if first > start { pieces.append(.init(text: block.text(start..<first), statement: nil)) }
      pieces.append(.init(text: block.text(first..<last + 1), statement: count + index))
      start = last + 1
    }
    if start < block.scalars.count {
      pieces.append(.init(text: block.text(start..<block.scalars.count), statement: nil))
    }
    return .init(isHeading: block.kind == .heading, isItem: block.kind == .item, pieces: pieces)
  }

  // MARK: Judging

  /// The statement, and which of its readings was meant.
  private func judge(_ claim: TextClaim, day: Period?) throws -> (TextStatement, chosen: Int) {
    switch claim.reading {
    case .notRead(let why): return (statement(claim, .notRead, why: why), 0)
    case .notCheckable(let why): return (statement(claim, .notCheckable, why: why), 0)
    case .noData(let why, let questions):
      return (statement(claim, .noData, why: why, questions: questions), 0)
    case .checks(let readings): return try judge(claim, readings, day)
    }
  }

  private func statement(
    _ claim: TextClaim,
    _ verdict: TextVerdict,
    why: String,
    questions: [String] = []
  ) -> TextStatement {
    TextStatement(
      range: claim.range,
      line: claim.line,
      text: claim.text,
      verdict: verdict,
      said: claim.said,
      isCertain: claim.isCertain,
      carried: claim.carried,
      notes: claim.notes,
      speaker: claim.speaker,
      why: why,
      questions: questions
    )
  }

  /// Judges the preferred reading; where it does not hold, each of the others.
  private func judge(
    _ claim: TextClaim,
    _ readings: [TextReading],
    _ day: Period?
  ) throws -> (TextStatement, chosen: Int) {
    var judged: [JudgedReading] = []
    for (index, reading) in readings.enumerated() {
      guard let own = try answers(to: reading, index, day) else { continue }
      judged.append(own)
      if own.settles { break }
    }
    guard let first = judged.first else {
      return (statement(claim, .notRead, why: "the language cannot say it"), 0)
    }
    // A long number that is met, exactly or but for what was revised, tells what was meant.
    let meant =
      judged.first(where: \.meetsLongNumber) ?? judged.first(where: \.nearlyMeetsLongNumber)
    let near = judged.filter { !$0.isRemote }
    let chosen = meant ?? (first.isHeld ? first : near.first(where: \.isHeld) ?? first)
    var verdict = chosen.verdict
    if meant == nil, verdict == .fails || verdict == .undecided,
      near.contains(where: { $0.verdict == .holds || $0.verdict == .close })
    {
      verdict = .depends
    }
    if verdict == .fails,
      let doubt = doubt(about: claim, chosen, isOpen: judged.contains(where: \.isRemote))
    {
      return (statement(claim, .notRead, why: doubt), chosen.index)
    }
    if verdict == .noData, !claim.carried.isEmpty {
      let why = "what was carried does not go together: \(claim.carried.joined(separator: ", "))"
      return (statement(claim, .notRead, why: why), chosen.index)
    }
    var result = statement(claim, verdict, why: chosen.why)
    result.checks = chosen.answers
    result.questions = chosen.answers.flatMap { $0.lack?.questions ?? [] }
    result.isCertain = claim.isCertain && readings.count == 1
    if judged.count > 1 {
      result.readings = judged.compactMap { reading in
        reading.answers.first.map {
          CheckReading(reading.name.isEmpty ? "as read" : reading.name, $0)
        }
      }
    }
    let carriesOn =
      verdict == .depends ? near.first { $0.verdict == .holds || $0.verdict == .close } : chosen
    return (result, (carriesOn ?? chosen).index)
  }

  /// Why a statement that fails was rather not understood than wrong: people miss a figure by
  /// little, and a reader who takes another for it by much.
  private func doubt(
    about claim: TextClaim,
    _ reading: JudgedReading,
    isOpen: Bool
  ) -> String? {
    if claim.isGuess { return "it is not said what it is compared with" }
    if isOpen, reading.missesWidely { return "something told before may be meant" }
    guard !claim.carried.isEmpty else {
      return claim.isLoose ? "words of it have no part in what could be checked" : nil
    }
    let carried = claim.carried.joined(separator: ", ")
    if claim.isLoose || reading.missesWidely || claim.carriesMeasure && !reading.statesNumber {
      return "what was carried does not fit: \(carried)"
    }
    return nil
  }

  /// One reading with its answers; `nil` where the language refuses what it says.
  private func answers(to reading: TextReading, _ index: Int, _ day: Period?) throws
    -> JudgedReading?
  {
    var answers: [CheckAnswer] = []
    for text in reading.checks {
      guard let check = try? pipeline.parseCheck(text),
        (try? check.resolved(against: pipeline.catalog)) != nil
      else { return nil }
      var checker = Checker(pipeline)
      checker.isBrief = true
      checker.isBeside = index > 0
      checker.day = day
      checker.answersRefusals = true
      let canonical = "\(Check.keyword) \(check.spelling)"
      var answer = try checker.answer(check, as: canonical)
      answer.statement = canonical
      answers.append(answer)
    }
    return JudgedReading(
      index: index,
      name: reading.name,
      isRemote: reading.isRemote,
      statesLongNumber: reading.statesLongNumber,
      answers: answers
    )
  }
}

/// A reading of a statement with its answers.
private struct JudgedReading {
  let index: Int
  let name: String
  let isRemote: Bool
  let statesLongNumber: Bool
  let answers: [CheckAnswer]

  var verdict: TextVerdict {
    TextVerdict.worst(answers.map { TextVerdict($0.verdict) }) ?? .notRead
  }
  var isHeld: Bool { verdict != .noData }
  var why: String { answers.lazy.compactMap { $0.lack?.reason }.first ?? "" }

  /// Whether a long number is exactly the figure.
  var meetsLongNumber: Bool {
    statesLongNumber && (verdict == .holds || answers.allSatisfy(\.meetsLongNumber))
  }

  /// Whether a long number is the figure but for a five-hundredth: nearer than chance comes.
  var nearlyMeetsLongNumber: Bool {
    statesLongNumber && verdict == .close
      && answers.allSatisfy { $0.miss.map { abs($0.difference.real) <= 0.2 } ?? true }
  }

  var statesNumber: Bool { answers.contains { $0.miss != nil } }

  /// Whether the figure is of another size than the number stated.
  var missesWidely: Bool {
    answers.contains { answer in
      guard let miss = answer.miss else { return false }
      return abs(miss.difference.real) > (miss.isInPoints ? 15 : 30)
    }
  }

  /// Whether no other reading needs to be looked at.
  var settles: Bool {
    meetsLongNumber || verdict == .holds || verdict == .close && !statesLongNumber
  }
}
