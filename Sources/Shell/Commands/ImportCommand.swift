import Asking
import Diagnostics
import Store

/// `.import FILE …` — what `tally import` does, without leaving the prompt.
enum ImportCommand: Command {
  static let name = "import"
  static let synopsis = ".import FILE [OPTIONS]"
  static let summary = "imports a file, as `tally import` does; the next question sees it"
  static let operand = CommandOperand.file

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    let words = argument.shellWords
    guard !words.isEmpty else {
      throw Diagnostic(
        "no-file",
        "expected a file to import",
        at: SourceSpan(0..<7),
        hint: "such as `.import encounters.csv --dry-run`; `tally import --help` lists the options"
      )
    }
    guard let importing = session.importing else {
      throw Diagnostic(
        "no-import",
        "files are imported at the prompt or in a shell",
        at: SourceSpan(0..<7),
        hint: "`tally import FILE`"
      )
    }
    // The imported data are read in one state until the end of a statement, which would wait.
    session.pipeline.endStatement()
    let database = session.pipeline.database.path
    let isNamed = words.contains { $0.hasPrefix("--database") }
    return importing(words + (isNamed ? [] : ["--database", database])) ? .done : .failed
  }
}

extension String {
  /// The words of a command line: quotes of both kinds hold spaces.
  fileprivate var shellWords: [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in self {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character == " " || character == "\t" {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
