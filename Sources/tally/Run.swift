import Asking
import Catalog
import Diagnostics
import LineEditing
import Output
import Shell
import Store

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One run of the program: the database opened, then questions asked in one of three ways.
struct Run {
  let options: Options
  let output: StandardOutput

  init(_ options: Options) {
    self.options = options
    output = StandardOutput(options)
  }

  /// One question, of one word or several; statements may be separated by `;`.
  ///
  /// Where it fails, `instead` may say which command line was meant.
  func question(_ words: [String], instead: () -> String? = { nil }) -> ExitStatus {
    commands([words.joined(by: " ")], instead: instead)
  }

  /// Several `-c`, in order.
  func commands(_ texts: [String], instead: () -> String? = { nil }) -> ExitStatus {
    withSession { session in
      session.readsFreely =
        options.readsFreely ?? (isatty(STDIN_FILENO) == 1 || isatty(STDERR_FILENO) == 1)
      let screen = paged(&session)
      let statements = texts.map(StatementSplitter.typed)
        .flatMap { session.statements(StatementSplitter.statements(of: $0)) }
      for statement in statements where !session.hasEnded {
        let status =
          try screen?.showing(&session) { session in try answer(statement, in: &session) }
          ?? answer(statement, in: &session)
        guard status == .done else {
          instead().map { output.report("hint: " + $0.onOneLine) }
          if session.keepsChecks { try session.tellChecks(asTable: options.summarizes) }
          return status
        }
      }
      if session.keepsChecks { try session.tellChecks(asTable: options.summarizes) }
      return end(.done, session)
    }
  }

  /// Answers questions as tables of a package, whole datasets too, and writes it; the first that
  /// fails ends it.
  func package(
    _ questions: [String],
    datasets: [String],
    _ write: ([PackagedTable]) throws -> Void
  ) -> ExitStatus {
    withSession { session in
      var tables: [PackagedTable] = []
      for name in datasets {
        guard let table = try session.packagedTable(ofDataset: name) else { return .failed }
        tables.append(table)
      }
      for question in questions {
        guard let table = try session.packagedTable(of: question) else { return .failed }
        tables.append(table)
      }
      do {
        try write(tables)
        return .done
      } catch let error as FileError {
        session.sink.report(ErrorReport(error))
        return ExitStatus(of: error)
      }
    }
  }

  private func answer(
    _ statement: StatementSplitter.Statement,
    in session: inout Session
  ) throws -> ExitStatus {
    try ScriptRunner(name: nil).run([statement], in: &session)
  }

  /// A script; `-` is standard input.
  func file(_ path: String) -> ExitStatus {
    guard let script = script(path) else { return .usage }
    if let mistake = script.mistake(in: options.parameters) {
      output.report(ErrorReport(.call, mistake))
      return .usage
    }
    return withSession { session in
      session.readsFreely = options.readsFreely ?? false
      let name = path == "-" ? nil : path
      if let name { session.scripts = [name] }
      let runner = ScriptRunner(name: name, keepsGoing: options.keepsGoing)
      let status = try runner.run(script.statements, in: &session)
      try session.tellChecks(asTable: options.summarizes)
      return end(status, session)
    }
  }

  /// Lists what a script leaves open.
  func parameters(of path: String) -> ExitStatus {
    guard let script = script(path) else { return .usage }
    return withSession { session in
      try session.say(script.list(with: options.parameters, in: session))
      return .done
    }
  }

  private func script(_ path: String) -> Script? {
    do {
      return Script(path: path, text: try Input.script(at: path))
    } catch {
      output.report(ErrorReport(.file, "\(error)"))
      return nil
    }
  }

  /// A run can succeed although a statement does not hold.
  private func end(_ status: ExitStatus, _ session: Session) -> ExitStatus {
    status == .done && !session.allStatementsHold ? .failed : status
  }

  /// The prompt on a terminal; otherwise a script on standard input.
  func conversation() -> ExitStatus {
    guard LineEditor.isPossible else {
      guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return file("-") }
      return withSession { session in
        try StartFile.read(into: &session)
        session.readsFreely = options.readsFreely ?? true
        return try PlainPrompt().run(&session)
      }
    }
    return withSession { session in
      let screen = PagedOutput(output)
      session.sink = screen
      session.importing = { OwnProgram.run(["import"] + $0) }
      try StartFile.read(into: &session)
      session.readsFreely = options.readsFreely ?? true
      return try Prompt(keepsHistory: options.keepsHistory, output: screen).run(&session)
    }
  }

  /// The sink for a screen, where answers go to one.
  private func paged(_ session: inout Session) -> PagedOutput? {
    guard session.terminalWidth != nil else { return nil }
    let screen = PagedOutput(output)
    session.sink = screen
    return screen
  }

  // MARK: Opening

  func withSession(
    _ body: (inout Session) throws -> ExitStatus
  ) -> ExitStatus {
    do {
      var session = Session(
        try openDatabase(),
        sink: output,
        style: Terminal.style(options)
      )
      session.messageStyle = Terminal.style(of: STDERR_FILENO, options)
      if let format = options.format { session.format = format }
      session.clock = { Stopwatch.microseconds }
      session.imports = { ImportedFile.existing }
      session.parameters = options.parameters
      session.isQuiet = options.isQuiet
      session.acceptsClose = options.acceptsClose
      session.keepsChecks = options.summarizes || options.format == JUnitFormat.self
      let status = try body(&session)
      try session.endRedirections()
      // The process ends with the run: freeing everything first would be wasted work.
      exit(with: status)
    } catch let failure as OutputFailure {
      return output.end(failure)
    } catch {
      output.report(ErrorReport(error))
      let status = ExitStatus(of: error)
      // What is wrong with a seed is wrong with the data.
      return status == .failed && (error is FileError || error is FileMistake) ? .data : status
    }
  }

  private func openDatabase() throws -> Database {
    let path = try databasePath()
    let database = try Database(reading: path)
    guard let imports = ImportedFile.existing else { return database }
    try ImportedFile.check(imports)
    try database.attach(imports: imports, waiting: Waiting.told(output))
    guard try !database.importsAreOfThisCatalog() else { return database }
    output.report("adapting imported data to this version of the program")
    // Opening the data for a change adapts them.
    try ImportedData(changing: path, waiting: Waiting.told(output)).commit()
    return try openDatabase()
  }

  /// The shipped database, built first where it has to be.
  func databasePath() throws -> String {
    let location = DatabaseLocation(named: options.database, programFolder: Terminal.programFolder)
    let path: String
    switch try location.find() {
    case .file(let found): path = found
    case .toBuild(let seed, let schema, let output):
      try ProgressBar.building { progress in
        try DatabaseBuilder(seed: seed, schema: schema).build(to: output, progress: progress)
      }
      path = output
    }
    try DatabaseFile.check(path)
    return path
  }
}
