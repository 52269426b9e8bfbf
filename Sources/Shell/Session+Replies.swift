import Asking
import Catalog
import Diagnostics
import Output
import Planner
import QueryLanguage
import Results
import Store

/// One statement in, one reply out.
extension Session {
  /// Answers one statement. `place` is named in errors: `story.tally:3`.
  package mutating func reply(to statement: String, place: String? = nil) throws -> Outcome {
    do {
      let waiting = Waiting(tell: { [sink] in sink.report($0) })
      if try pipeline.beginStatement(imports: imports(), waiting: waiting) {
        memory = CompletionMemory(pipeline) { [history] in history?() }
      }
    } catch let failure as ImportFailure {
      // The next statement may find them free.
      sink.report(ErrorReport(.database, "\(failure)"))
      return .failed
    }
    defer { pipeline.endStatement() }
    return try replyInOneState(to: statement, place: place)
  }

  private mutating func replyInOneState(to statement: String, place: String?) throws -> Outcome {
    let start = isTimed ? clock() : 0
    lastAnswer = nil
    lastReading = nil
    let outcome =
      (onceRedirection ?? redirection) == nil || statement.hasPrefix(".")
      ? try replyOnScreen(to: statement, place: place)
      : try replyIntoFile(to: statement, place: place)
    if terminalWidth != nil, outcome == .done, !statement.hasPrefix(".") {
      lastStatement = statement
    }
    if isTimed, !statement.hasPrefix(".") {
      let tenths = (clock() - start + 50) / 100
      sink.report("answered in \(tenths / 10).\(tenths % 10) ms")
    }
    return outcome
  }

  /// Writes the answer to the file that was named, as for another program: nothing is cut or
  /// styled. An answer that fails is not in it.
  private mutating func replyIntoFile(to statement: String, place: String?) throws -> Outcome {
    guard let target = onceRedirection ?? redirection else { return .unwritten }
    let length = target.sink.length
    let own = format
    if let format = target.format { self.format = format }
    defer { if target.format != nil { format = own } }
    do {
      let outcome = try into(target.sink) { session in
        try session.replyOnScreen(to: statement, place: place)
      }
      if outcome != .done { try target.sink.truncate(to: length) }
      // A failed answer, or one that named a file, does not use up the file.
      if onceRedirection != nil, target.sink.length > length {
        onceRedirection = nil
        try target.end()
      }
      return outcome
    } catch let error as FileError {
      if onceRedirection != nil { onceRedirection = nil } else { redirection = nil }
      sink.report(ErrorReport(.output, "\(error)"))
      return .unwritten
    }
  }

  mutating func replyOnScreen(to statement: String, place: String?) throws -> Outcome {
    self.place = place
    do {
      if let heading = ScriptHeading(statement: statement) { return try tell(heading) }
      if let number = Int(statement), offered.indices.contains(number - 1) {
        return try replyOnScreen(to: offered[number - 1], place: place)
      }
      offered = []
      if statement.hasPrefix(".") { return try command(statement) }
      let statement = try parameters.replaced(in: statement, pipeline.catalog)
      if let help = Help.words(of: statement) { return try tell(help) }
      if let (statement, words) = SessionStatements.statement(in: statement) {
        try statement.run(words, in: &self)
        return .done
      }
      try ask(statement)
      return .done
    } catch let mistake as Diagnostic {
      if let outcome = try readFreely(statement, mistake, place: place) { return outcome }
      let diagnostic = try told(mistake, statement)
      if keepsChecks {
        checked.append(
          .mistaken(.init(place: place, statement: statement, message: diagnostic.message))
        )
      }
      return tell(diagnostic, statement, place)
    } catch let error as FileError where !isIntoFile {
      sink.report(ErrorReport(.output, "\(error)"))
      return .unwritten
    } catch let error as DatabaseError {
      if error.isInterruption { return .interrupted }
      sink.report(ErrorReport(.database, "\(error)"))
      return .broken
    }
  }

  /// Tells a mistake, with what it offers instead.
  mutating func tell(_ mistake: Diagnostic, _ line: String, _ place: String?) -> Outcome {
    offered = mistake.questions
    sink.report(ErrorReport(mistake, in: line, place: place, style: messageStyle))
    return mistake.kind == .unwritable ? .unwritten : .failed
  }

  /// What is told of a line that has no answer: that it asks for something that is known not to be
  /// in the data, or the mistake with what may have been meant.
  func told(_ mistake: Diagnostic, _ line: String) throws -> Diagnostic {
    if mistake.kind == .unwritable { return mistake }
    if pipeline.asked != nil, mistake.kind == .lackOfData { return mistake.notHeld(nearest) }
    if let words = NotHeldWords(at: line, catalog: pipeline.catalog) { return .notHeld(words) }
    // Statements tell what may have been meant at once.
    if SessionStatements.statement(in: line) != nil { return mistake.offering(in: line) }
    return try pipeline.suggesting(mistake, in: line).offering(in: line)
  }

  private mutating func ask(_ question: String) throws {
    let plan = try pipeline.planQuickly(question)
    let query = plan.query.query
    lastQuestion = question
    // A report of tests holds no rows; that the question can be answered is what it tells.
    if reportsTests, query.delivery.format == nil, query.delivery.file == nil { return }
    try deliver(query.delivery, for: .answers, at: query.columns[0].span) { session, chosen in
      var format = chosen.init(style: session.style)
      let told = try session.pipeline.answer(plan, as: &format, into: session.answers)
      guard query.delivery.file == nil, query.delivery.format == nil || chosen == ChartFormat.self
      else { return }
      session.lastAnswer = Answered(question, plan, told, isChart: chosen == ChartFormat.self)
    }
  }

  private mutating func command(_ line: String) throws -> Outcome {
    guard let (command, argument) = Commands.command(in: line) else {
      throw Commands.unknown(line)
    }
    guard argument.isEmpty || command.synopsis.contains(" ") else {
      throw Diagnostic.nothingFollows(command, argument, in: line)
    }
    return try command.run(argument, in: &self)
  }

  private func tell(_ heading: ScriptHeading) throws -> Outcome {
    guard let text = heading.filled(with: parameters).text(in: format, style) else { return .done }
    var output = OutputBuffer()
    output.append(text)
    try answers.write(&output)
    return .done
  }

  private mutating func tell(_ help: StatementWords) throws -> Outcome {
    let (topic, delivery) = try help.delivery
    let page = try pipeline.reading { catalog in try Help(catalog).page(on: topic) }
    try deliver(page, delivery, at: help.span)
    return .done
  }

  /// Writes text as a reply.
  package func say(_ text: String) throws {
    var output = OutputBuffer()
    output.append(text + "\n")
    try answers.write(&output)
  }
}

extension Diagnostic {
  fileprivate static func nothingFollows(
    _ command: any Command.Type,
    _ argument: String,
    in line: String
  ) -> Diagnostic {
    Diagnostic(
      "nothing-follows",
      "nothing follows `\(command.synopsis)`",
      at: SourceSpan(line.utf8.count - argument.utf8.count..<line.utf8.count),
      questions: [command.synopsis]
    )
  }
}
