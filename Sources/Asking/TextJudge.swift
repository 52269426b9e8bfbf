package import Catalog
import Diagnostics
import QueryLanguage
import Reading
package import Results
import Store

/// Reads texts and judges what they state.
package struct TextJudge {
  private let pipeline: Pipeline
  private let trials: CheckTrials

  /// The largest text, in bytes.
  package static let largest = 10 << 20

  package init(_ pipeline: Pipeline) {
    self.pipeline = pipeline.forSeveralStatements
    trials = CheckTrials(self.pipeline)
  }

  /// How many statements are held where a text is written in parts.
  private static let mostHeld = 64

  /// Reads a text. `day` is the one given for it; without one, the text may tell it.
  package func read(_ text: String, name: String, day: Day?) throws -> ReadText {
    var whole: ReadText?
    try read(text, name: name, day: day, inParts: false) { whole = $0 }
    guard let whole else { preconditionFailure("a text that is read has a part") }
    return whole
  }

  /// Reads a text and gives it as a whole, or in parts as it is read, so that nothing of it is held
  /// longer than needed.
  package func read(
    _ text: String,
    name: String,
    day given: Day?,
    inParts: Bool,
    _ give: (ReadText) throws -> Void
  ) throws {
    let kind = TextKind(of: name, text)
    let catalog = pipeline.catalog
    let day = given ?? TextDay.day(in: TextBlocks(of: text, kind), catalog)
    let edition = catalog.edition()
    let edge = edition.flatMap { Period(date: $0.published) }?.days.first
    var reader = TextReader(catalog, spoken: catalog.spokenReadings(), day: day, edge: edge)
    var statements: [TextStatement] = []
    var paragraphs: [ReadText.Paragraph] = []
    let part = {
      ReadText(
        name: name,
        day: day.map(Period.day),
        isDayFound: given == nil && day != nil,
        paragraphs: paragraphs,
        statements: statements,
        edition: edition?.published ?? ""
      )
    }
    for block in TextBlocks(of: text, kind) {
      let count = statements.count
      let claims = try reader.claims(in: block) { claim, more in
        let (statement, chosen) = try judge(claim, day: day.map(Period.day), more)
        if [.notRead, .notCheckable].contains(statement.verdict), claim.isStray { return nil }
        statements.append(statement)
        let isMet = statement.verdict == .holds || statement.verdict == .close
        return TextClaim.Settled(reading: chosen, isMet: isMet)
      }
      if !inParts { paragraphs.append(Self.paragraph(block, claims, after: count)) }
      if inParts, statements.count >= Self.mostHeld {
        try give(part())
        statements.removeAll(keepingCapacity: true)
      }
    }
    try give(part())
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
  private func judge(
    _ claim: TextClaim,
    day: Period?,
    _ more: () -> [TextReading]?
  ) throws -> (TextStatement, chosen: Int) {
    switch claim.reading {
    case .notRead(let why):
      let tried = try trials.readings([], more)
      guard let chosen = tried.chosen, chosen.isRight, chosen.statesNumber else {
        return (statement(claim, .notRead, why: why), 0)
      }
      return try judge(claim, tried, isOnly: false, day)
    case .notCheckable(let why): return (statement(claim, .notCheckable, why: why), 0)
    case .noData(let why, let questions):
      return (statement(claim, .noData, why: why, questions: questions), 0)
    case .checks(let readings):
      return try judge(claim, trials.readings(readings, more), isOnly: readings.count == 1, day)
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

  /// Judges the reading that was meant, as far as those that were tried tell.
  private func judge(
    _ claim: TextClaim,
    _ tried: TriedReadings,
    isOnly: Bool,
    _ day: Period?
  ) throws -> (TextStatement, chosen: Int) {
    guard var chosen = tried.chosen else {
      return (statement(claim, .notRead, why: "the language cannot say it"), 0)
    }
    // As in `check`: of readings of which none holds, the one that is close was meant.
    if chosen.verdict == .fails, let near = tried.holding, near.verdict == .close { chosen = near }
    let answers = try self.answers(to: chosen, day)
    var verdict = TextVerdict.worst(answers.map { TextVerdict($0.verdict) }) ?? .notRead
    if tried.isOpen, verdict == .fails || verdict == .undecided { verdict = .depends }
    if verdict == .fails, tried.isUndecidedElsewhere || tried.isNearlyMet(besides: chosen) {
      verdict = .undecided
    }
    if verdict == .fails, chosen.countsOnlyPart { verdict = .undecided }
    if verdict == .depends, chosen.reading.statesBound, chosen.missesWidely, !claim.carried.isEmpty
    {
      return (statement(claim, .notRead, why: claim.misfit), 0)
    }
    if verdict == .fails, !claim.carried.isEmpty, tried.isMetElsewhere { verdict = .depends }
    if verdict == .fails, let doubt = doubt(about: claim, chosen) {
      return (statement(claim, .notRead, why: doubt), 0)
    }
    if verdict == .noData, claim.hasWeakMeasure, !claim.carried.isEmpty {
      let why = "what was carried does not go together: \(claim.carried.joined(separator: ", "))"
      return (statement(claim, .notRead, why: why), 0)
    }
    var result = statement(
      claim,
      verdict,
      why: answers.lazy.compactMap { $0.lack?.reason }.first ?? ""
    )
    result.checks = answers
    if let carried = chosen.reading.carried { result.carried = carried }
    result.questions = answers.flatMap { $0.lack?.questions ?? [] }
    result.isCertain = claim.isCertain && isOnly
    result.readings = try lines(tried, chosen, answers, verdict)
    let carriesOn = verdict == .depends ? tried.holding ?? chosen : chosen
    return (result, carriesOn.index)
  }

  /// A line for each way in which it was read, where there are several: with figures where they
  /// part.
  private func lines(
    _ tried: TriedReadings,
    _ chosen: TriedReading,
    _ answers: [CheckAnswer],
    _ verdict: TextVerdict
  ) throws -> [CheckReading] {
    guard tried.all.count > 1, let answer = answers.first else { return [] }
    var named: Set<String> = []
    let told = tried.all.filter { reading in
      reading.reading.distance < .far
        && (named.insert(reading.reading.name).inserted || reading.index == chosen.index)
    }
    return try told.map { reading in
      let name = reading.reading.name.isEmpty ? "as read" : reading.reading.name
      if reading.index == chosen.index { return CheckReading(name, answer) }
      if verdict == .depends, let trial = reading.trials.first, let plan = trial.plan {
        var checker = Checker(pipeline)
        checker.isBrief = true
        checker.isBeside = true
        return CheckReading(name, try checker.result(of: plan, as: trial.check.spelling))
      }
      return CheckReading(name: name, verdict: reading.verdict, value: nil, kind: answer.valueKind)
    }
  }

  /// The answers of the reading that is told, with what is known beside a figure that misses.
  private func answers(to reading: TriedReading, _ day: Period?) throws -> [CheckAnswer] {
    try reading.trials.map { trial in
      var checker = Checker(pipeline)
      checker.isBrief = true
      checker.isBeside = reading.index > 0
      checker.day = day
      checker.answersRefusals = true
      let canonical = "\(Check.keyword) \(trial.check.spelling)"
      var answer =
        if let plan = trial.plan, trial.isPlannedForAnswers {
          try checker.result(of: plan, as: canonical)
        } else {
          try checker.answer(trial.check, as: canonical)
        }
      answer.statement = canonical
      return answer
    }
  }
}
