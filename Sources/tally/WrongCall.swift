import ArgumentParser
import Asking
import Catalog
import Diagnostics
import FileImport
import Importing
import Output

/// The arguments of a command that are wrong, and what is said about them.
///
/// ```
/// error: there is no option `--formt`
/// hint: tally --format csv 'removals by fy'
/// ```
struct WrongCall<Command: CalledCommand> {
  let arguments: [String]

  /// The mistake and a whole command line, made safe for a terminal like every mistake.
  func report(_ mistake: CallMistake, _ style: OutputStyle) -> ErrorReport {
    let line = line(mistake.remedy).onOneLine
    let diagnostic = Diagnostic(
      "wrong-call",
      mistake.message.onOneLine,
      at: SourceSpan(0..<0),
      hint: line
    )
    return ErrorReport(
      call: diagnostic.message,
      line: line,
      text: MistakeText(diagnostic, in: "", place: nil, style: style).text
    )
  }

  private func line(_ remedy: CallMistake.Remedy) -> String {
    if Command.name.isEmpty, let line = Subcommand.line(meantBy: arguments) { return line }
    switch remedy {
    case .example(let option): return Command.example(with: option)
    case .help: return Command.opening + " --help"
    case .word(let word, let meant):
      let corrected = replacing(word, by: meant)
      guard Command.takes(corrected) else { return Command.example(with: meant) }
      return ([Command.opening] + corrected.map(\.asShellWord)).joined(by: " ")
    }
  }

  /// The arguments with another word in the place of one, also where that is a part of
  /// `--option=value`.
  private func replacing(_ word: String, by meant: String) -> [String] {
    arguments.map { argument in
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard argument.hasPrefix("-"), parts.count == 2 else {
        return argument == word ? meant : argument
      }
      return parts.map { $0 == word ? meant : String($0) }.joined(by: "=")
    }
  }
}

extension CalledCommand {
  /// Whether these arguments call it rightly.
  static func takes(_ arguments: [String]) -> Bool {
    guard let command = try? parse(arguments) else { return false }
    do {
      try command.check()
      return true
    } catch {
      return false
    }
  }
}
