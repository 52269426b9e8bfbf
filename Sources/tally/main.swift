import Catalog
import Store

// A plain question on the command line, the most frequent use, does not wait for the argument parser.
promiseOneThread()
let arguments = Array(CommandLine.arguments.dropFirst())

if PlainQuestion.isPlain(arguments) {
  exit(with: Run(Options()).question(arguments.joined(by: " ")))
} else {
  exit(with: CalledWithOptions.run(arguments))
}
