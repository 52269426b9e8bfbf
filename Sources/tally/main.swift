import Catalog
import Diagnostics
import Store

// The prompt and a plain question on the command line, the most frequent uses, do not wait for the
// argument parser.
promiseOneThread()
FirstProcess.listens()
let arguments = CommandLine.unsafeArgv.fileNames

if arguments.isEmpty {
  exit(with: Run(Options()).conversation())
} else if PlainQuestion.isPlain(arguments) {
  exit(with: Run(Options()).question(arguments) { Subcommand.line(meantBy: arguments) })
} else {
  exit(with: CalledWithOptions.run(arguments))
}

extension UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
  /// The arguments after the first; each keeps its bytes, for it may name a file.
  fileprivate var fileNames: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { self[$0].map { String(fileName: $0) } }
  }
}
