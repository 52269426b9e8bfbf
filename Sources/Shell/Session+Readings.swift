import Asking
import Catalog
import Diagnostics
import Output
import QueryLanguage
import Reading

extension Session {
  /// Reads a line that is not in the language, and answers it where it means one thing. `nil` where
  /// it cannot be read: the mistake is then told.
  mutating func readFreely(
    _ line: String,
    _ mistake: Diagnostic,
    place: String?
  ) throws -> Outcome? {
    let isReadable = isReadable(line, mistake)
    guard isReadable || mayBeShownInstead(line, mistake),
      let readings = pipeline.readings(ofSpeech: line)
    else { return nil }
    // What is not held is told as it was asked, unless something else is shown instead.
    if !isReadable { return try showInstead(readings, mistake, line, place: place) }
    // Which term of office is meant is asked back, unless terms are what is compared.
    if mistake.id == "several-terms" {
      guard case .questions(let found) = readings, found.only?.isByAdministration ?? false else {
        return nil
      }
    }
    switch readings {
    case .questions(let found) where found.count == 1 && readsFreely:
      return try answer(pipeline.published(found[0]), of: line, place: place)
    case .questions(let found):
      let told = found.count > 1 ? Self.several(found, line) : try told(mistake, line)
      return tell(told.offering(found.map(\.statement)), line, place)
    case .notHeld(let words):
      return tell(.notHeld(words), line, place)
    case .notRead(let words, let rest, let isKnown):
      let offered = rest.map(\.statement)
      guard readsFreely, try isKnown || isSpeech(mistake, line, hasRest: !rest.isEmpty) else {
        let told = try told(mistake, line)
        return tell(told.questions.isEmpty ? told.offering(offered) : told, line, place)
      }
      return tell(notRead(words, line, offered), line, place)
    case .unjoined(let rest):
      let offered = rest.map(\.statement)
      guard readsFreely, try isSpeech(mistake, line, hasRest: !rest.isEmpty) else {
        let told = try told(mistake, line)
        return tell(told.questions.isEmpty ? told.offering(offered) : told, line, place)
      }
      return tell(Self.unjoined(line, offered), line, place)
    case .unknown: return nil
    }
  }

  /// Answers a line of the language that has no answer with what is shown instead, or offers it.
  /// `nil` where nothing is.
  private mutating func showInstead(
    _ readings: Readings,
    _ mistake: Diagnostic,
    _ line: String,
    place: String?
  ) throws -> Outcome? {
    switch readings {
    case .questions(let found):
      guard let only = found.only, only.isInstead || comparesTerms(only, mistake) else {
        return nil
      }
      if readsFreely, only.isInstead { return try answer(only, of: line, place: place) }
      let told = try told(mistake, line)
      return tell(told.offering([only.statement] + told.questions), line, place)
    case .notHeld(let words):
      guard mistake.kind == .lackOfData else { return nil }
      let told = try told(mistake, line)
      return tell(told.offering(told.questions + [words.thing.nearest]), line, place)
    case .notRead, .unjoined, .unknown: return nil
    }
  }

  /// Whether terms of office were set against each other as periods, of which no difference can be
  /// told, and are to be set side by side: `under trump vs biden`.
  private func comparesTerms(_ reading: Reading, _ mistake: Diagnostic) -> Bool {
    mistake.id == "unequal-spans" && reading.isByAdministration
  }

  /// Statements that are no questions are what they say, and so are lines with signs of the
  /// language.
  private func isReadable(_ line: String, _ mistake: Diagnostic) -> Bool {
    let isReason = [.lackOfData, .notHeld].contains(mistake.kind)
    // `in december of fy2024`, `since 2010, yearly`: what is said as the language does not say it.
    // A month without any year stays one that is asked for.
    let isOfOrder =
      ["several-terms", "unexpected", "named-twice"].contains(mistake.id)
      || mistake.id == "month-without-year" && line.contains(where: \.isNumber)
    guard
      mistake.kind.mayBeSpeech || isOfOrder || line.contains(" % ")
        || !isReason && line.contains(": ") && pipeline.isSpoken(line)
    else { return false }
    return !hasSigns(line)
  }

  /// Whether a line asks in the language for something that is not held, and may be answered with
  /// what comes nearest. What was read is not read again.
  private func mayBeShownInstead(_ line: String, _ mistake: Diagnostic) -> Bool {
    (mistake.kind == .lackOfData || mistake.id == "unequal-spans")
      && pipeline.asked == nil && !hasSigns(line)
  }

  /// Whether a line has signs of the language, or is a statement that is no question.
  private func hasSigns(_ typed: String) -> Bool {
    let line = SpokenOutput(typed).question
    let words = line.split(separator: " ").map { $0.lowercased() }
    // An equation says what a sum is called: `deportations = removals + returns`.
    let isEquation = line.contains(" = ") && !words.contains("where") && !words.contains("let")
    let signs: Set<Character> = isEquation ? ["|", "*"] : ["=", "|", "*"]
    // Signs of sums and comparisons are also those of speech: `families + children`.
    let isLanguage =
      words.contains("where") && line.contains { $0 == "<" || $0 == ">" } || words.contains("/")
      || line.contains("+") && line.contains("(")
    return ["explain", "check", "export"].contains(words.first ?? "")
      || isLanguage || line.contains(where: signs.contains)
  }

  /// Whether a line that cannot be read whole is answered as speech, and not as a mistake in the
  /// language. Names near to a word are told before the word is, and habits of other tools are
  /// answered by name, unless the rest of the line can be read.
  private func isSpeech(_ mistake: Diagnostic, _ line: String, hasRest: Bool) throws -> Bool {
    let told = try pipeline.suggesting(mistake, in: line)
    if pipeline.isSpoken(line) {
      return hasRest || told.questions.isEmpty
    }
    guard told.questions.isEmpty else { return false }
    switch told.kind {
    case .speech: return true
    case .habit, .misspelled: return hasRest
    case .slip, .notLanguage, .lackOfData, .notHeld, .notRead, .unwritable: return false
    }
  }

  /// Says how a line was read, and answers it.
  private mutating func answer(
    _ reading: Reading,
    of line: String,
    place: String?
  ) throws -> Outcome {
    let trend = pipeline.trend(of: reading).flatMap { TrendLine($0, style: style)?.text }
    // What was asked is answered first, and then how it was understood.
    let lines = (trend.map { [$0] } ?? []) + ["read as: " + reading.statement]
    // Before figures for a program or in a file, it is told beside them.
    let isTable = format == TableFormat.self && !isIntoFile
    if isTable, SpokenOutput(reading.statement).output.isEmpty {
      // A statement stays whole, to be copied.
      let notes = reading.notes.flatMap {
        wrapped(style.shown($0), toWidth: style.textWidth.map { $0 - 1 }, indent: 0)
      }
      try say((lines.map(style.shown) + notes).map { style.inked($0, .beside) }.joined(by: "\n"))
    } else {
      sink.report((lines + reading.notes).joined(by: "\n"))
    }
    // What was read is language; a mistake in it is told and not read again.
    readsFreely = false
    pipeline.asked = line
    nearest = reading.nearest
    defer {
      readsFreely = true
      pipeline.asked = nil
      nearest = []
      lastReading = reading.statement
    }
    var outcome = Outcome.done
    for statement in StatementSplitter.statements(of: reading.statement) where outcome == .done {
      outcome = try replyOnScreen(to: statement.text, place: place)
    }
    return outcome
  }

  private static func several(_ readings: [Reading], _ line: String) -> Diagnostic {
    Diagnostic(
      "several-readings",
      "it can be read in \(readings.count) ways",
      at: SourceSpan(0..<line.utf8.count),
      hint: "at the prompt, 1 asks the first"
    )
  }

  private static func unjoined(_ line: String, _ rest: [String]) -> Diagnostic {
    Diagnostic(
      "not-read",
      kind: .notRead,
      "each word is known, and they make no question together",
      at: SourceSpan(0..<line.utf8.count),
      questions: rest
    )
  }

  private func notRead(
    _ words: [String],
    _ line: String,
    _ rest: [String]
  ) -> Diagnostic {
    let named = words.map { "`\($0)`" }.joined(by: ", ")
    let isOne = words.count == 1
    return Diagnostic(
      "not-read",
      kind: .notRead,
      pipeline.restricts(words)
        ? "\(named) \(isOne ? "changes" : "change") what is asked, and it is not clear how"
        : "\(named) \(isOne ? "has" : "have") no part in a question that can be asked",
      at: SourceSpan(0..<line.utf8.count),
      questions: rest
    )
  }
}
