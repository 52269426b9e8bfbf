import ArgumentParser
import Shell

/// Answers programs for as long as they ask.
struct Serve: CalledCommand {
  static let name = Subcommand.serve.rawValue

  static let configuration = CommandConfiguration(
    commandName: "tally " + name,
    abstract: "Answer requests of other programs, a line each, until the end of input.",
    discussion: """
      Requests are JSON-RPC 2.0 on standard input, a line each; answers come on standard output, a line \
      each. The methods are ask, check, read, describe and show. The same lines are the Model Context \
      Protocol, in which they are tools. Nothing is listened to on a network, and no file is written.

        echo '{"id": 1, "method": "ask", "params": {"question": "removals in fy2022"}}' | tally serve --stdio
      """
  )

  static let examples = [
    "tally serve --stdio", "tally serve --stdio --database tally.db",
    "tally serve --stdio --errors json",
  ]

  @Flag(help: "Read requests from standard input, the only way there is.")
  var stdio = false

  @Option(help: "The database to ask.")
  var database: String?

  @OptionGroup var errorOptions: ErrorOptions

  func check() throws(CallMistake) {
    guard stdio else {
      throw CallMistake(
        "`tally serve` answers on standard input and output only",
        .example(with: nil)
      )
    }
  }

  var status: ExitStatus {
    Run(Options(database: database, errors: errorOptions.errors)).serve()
  }
}

extension Run {
  fileprivate func serve() -> ExitStatus {
    withSession { session in
      var server = try Server(session)
      var lines = RequestLines(longest: Server.longestLine)
      while let line = lines.next() {
        let answer =
          switch line {
          case .whole(let bytes): try server.answer(bytes)
          case .tooLong: server.answerToEndless()
          }
        if var answer { try output.write(&answer) }
      }
      return .done
    }
  }
}
