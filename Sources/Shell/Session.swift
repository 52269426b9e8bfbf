package import Asking
import Catalog
import Diagnostics
package import Output
import Planner
import QueryLanguage
import Results
package import Store

/// A conversation: one statement in, one reply out. Knows nothing of terminals.
package struct Session {
  package var pipeline: Pipeline
  package var sink: any ReplySink
  /// Where answers go instead of the screen; `nil` for the screen.
  var redirection: Redirection?
  /// Where only the next answer goes instead.
  var onceRedirection: Redirection?
  /// How answers are written unless the question says otherwise.
  package var format: any OutputFormat.Type = TableFormat.self
  package var style: OutputStyle
  /// How mistakes are shown; they may go elsewhere than answers.
  package var messageStyle: OutputStyle
  /// The width of answers in columns, where it differs from that of the terminal.
  package var fixedWidth: Int? {
    didSet { style.width = fixedWidth ?? terminalWidth }
  }
  /// Columns of the terminal; `nil` where there is none.
  package var terminalWidth: Int? {
    didSet { style.width = fixedWidth ?? terminalWidth }
  }
  /// How many rows of an answer are shown on a screen.
  var shownRows = ShownRowCount.automatic
  /// Whether lines that are not in the language are read in people's own words; otherwise what they
  /// mean is offered.
  package var readsFreely = false
  /// The questions offered under the last mistake: a number asks one, Tab puts in the first.
  package private(set) var offered: [String] = []
  /// How the line that was just answered was read; `nil` where it was language.
  var lastReading: String?
  /// Whether what does not fit on the screen is shown a page at a time.
  package internal(set) var isPaged = true
  /// Whether each answer is to be followed by the time that it took.
  var isTimed = false
  /// Microseconds since some moment, for the timer; an answer itself never looks at a clock.
  package var clock: () -> Int = { 0 }
  /// What was typed at the prompt, from the oldest; `nil` where nothing is remembered.
  package var history: (() -> [String])? {
    didSet { memory = CompletionMemory(pipeline) { [history] in history?() } }
  }
  private var memory: CompletionMemory
  /// What `$name` stands for.
  package var parameters = Parameters()
  /// Whether only what went wrong is shown: mistakes, and statements that do not hold.
  package var isQuiet = false
  /// Whether the user ended the session.
  package internal(set) var hasEnded = false
  /// Whether a statement may name a file for its answer.
  var writesFiles = true
  /// The format of the last answer that had one, and what it was chosen for.
  var delivered: (format: any OutputFormat.Type, purpose: FormatPurpose)?
  /// Whether answers go to a file at the moment.
  var isIntoFile = false
  /// Whether an answer was written that had no file of its own.
  var hasAnswered = false
  /// The last statement that was answered, for `.copy`; `nil` before the first.
  var lastStatement: String?
  /// Whether an answer is written again for the clipboard: its own format and file do not count.
  var isCopying = false
  /// The scripts being read, each named by the one before.
  package var scripts: [String] = []
  /// What has an answer of the line that was read and has none.
  var nearest: [String] = []
  /// Suggested next questions.
  var hints = Hints()
  /// The question just answered on the screen; `nil` after anything else.
  var lastAnswer: Answered?
  /// The last question that could be planned, for `.sql`.
  package internal(set) var lastQuestion: String?
  /// The verdicts on the statements checked so far.
  var verdicts = VerdictCounts()

  /// Whether what is close for an innocent cause counts as what holds.
  package var acceptsClose = false
  /// Whether checked statements are kept, for a table or a report at the end.
  package var keepsChecks = false
  /// The statements checked, where they are kept, and those that could not be, in their order.
  var checked: [CheckedStatement] = []
  /// Where the statement stands that is being answered.
  var place: String?

  /// Whether every statement that was checked holds, or has the verdict expected of it.
  package var allStatementsHold: Bool { verdicts.allPass }

  /// Whether only a report of the checks is written, at the end.
  var reportsTests: Bool { format == JUnitFormat.self && keepsChecks }

  /// `12 checked: 10 hold, 1 fails, 1 undecided`; `nil` when none was checked.
  package var wordsOfVerdicts: String? { verdicts.total == 0 ? nil : verdicts.words }

  /// How one line or statement ended.
  package enum Outcome: Equatable, Sendable {
    case done
    /// The question had a mistake, which was reported.
    case failed
    /// The answer could not be written to its file, which was reported.
    case unwritten
    /// The database could not be read, which was reported.
    case broken
    case interrupted
    case quit
  }

  package init(_ database: Database, sink: any ReplySink, style: OutputStyle = OutputStyle()) {
    pipeline = Pipeline(database)
    memory = CompletionMemory(pipeline) { nil }
    self.sink = sink
    self.style = style
    messageStyle = style
    terminalWidth = style.width
  }

  /// The path of the imported data, once there is one; it is attached before the next statement.
  package var imports: () -> String? = { nil }

  /// Imports files with the options of `tally import`, and tells how it went; `nil` where nothing
  /// can be imported. Returns whether it was done.
  package var importing: (([String]) -> Bool)?

  /// The database that was open before: Ctrl-C may still be told to stop it while it is replaced.
  private var replaced: Database?

  /// Asks another database from now on; where it cannot be read, nothing changes. Imported data
  /// that were made for another version of the data stay out.
  mutating func open(_ path: String) throws {
    try DatabaseFile.check(path)
    let database = try Database(reading: path)
    if let imports = imports() {
      try database.attach(imports: imports)
    }
    let isOther = try database.imports != nil && !database.importsAreOfThisCatalog()
    replaced = pipeline.database
    pipeline = Pipeline(isOther ? try Database(reading: path) : database, pipeline.definitions)
    if isOther {
      imports = { nil }
      sink.report("note: imported data were made for another version of the data, and stay out")
    }
    memory = CompletionMemory(pipeline) { [history] in history?() }
    lastQuestion = nil
  }

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
      if let help = Help.topic(of: statement) { return try tell(help) }
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
    if SessionStatements.statement(in: line) != nil { return mistake }
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

  /// Offers what may come next at the prompt.
  package var completion: SessionCompletion { SessionCompletion(pipeline, memory, offered) }

  /// Forgets what a statement left behind for the next.
  mutating func forget() {
    offered = []
    delivered = nil
    pipeline.definitions = []
  }

  // MARK: Commands and help

  private mutating func command(_ line: String) throws -> Outcome {
    guard let (command, argument) = Commands.command(in: line) else {
      throw Commands.unknown(line)
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

  private func tell(_ topic: String) throws -> Outcome {
    let page = try pipeline.reading { catalog in
      try Help(catalog, width: style.textWidth, isSpoken: style.isAccessible).page(on: topic)
    }
    try say(style.shown(page))
    return .done
  }

  /// Writes text as a reply.
  package func say(_ text: String) throws {
    var output = OutputBuffer()
    output.append(text + "\n")
    try answers.write(&output)
  }
}
