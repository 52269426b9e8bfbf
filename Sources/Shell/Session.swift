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
  package internal(set) var offered: [String] = []
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
  var memory: CompletionMemory
  /// What `$name` means.
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
  /// Whether an answer is written again for the clipboard: its own file does not count.
  var isCopying = false
  /// Whether what is copied has the format that the question names, if it names one.
  var copiesAsNamed = false
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
  /// The place of the statement that is being answered.
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

  /// Offers what may come next at the prompt.
  package var completion: SessionCompletion {
    SessionCompletion(pipeline, memory, offered, hasAnswered: lastStatement != nil)
  }

  /// Forgets what a statement left for the next.
  mutating func forget() {
    offered = []
    delivered = nil
    pipeline.definitions = []
  }
}
