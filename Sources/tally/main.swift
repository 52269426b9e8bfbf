import Catalog
import Store

// The prompt and a plain question on the command line, the most frequent uses, do not wait for the
// argument parser.
promiseOneThread()
let arguments = Array(CommandLine.arguments.dropFirst())

if arguments.isEmpty {
  exit(with: Run(Options()).conversation())
} else if PlainQuestion.isPlain(arguments) {
  exit(with: Run(Options()).question(arguments) { Subcommand.line(meantBy: arguments) })
} else {
  exit(with: CalledWithOptions.run(arguments))
}
