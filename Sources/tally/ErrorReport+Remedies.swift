import Asking
import Diagnostics
import FileImport
import Store

extension ErrorReport {
  /// A file that was refused, with the lines that can be typed instead.
  init(_ failure: any Error, of path: String, _ call: ImportCall) {
    let remedies: [ImportRemedy]
    switch failure {
    case let mistake as FileMistake:
      let lines = mistake.line.map { [ImportRemedy.showing([$0])] } ?? []
      remedies = mistake.remedies.isEmpty ? lines : mistake.remedies
    case let mistake as ImportMistake: remedies = mistake.remedies
    case let error as FileError: remedies = [.line("ls -l \(error.path.asShellWord)")]
    default: remedies = []
    }
    var lines: [String] = []
    for remedy in remedies {
      let line = call.line(remedy, for: path).onOneLine
      let own = path == "-" ? line.replacing("'standard input'", with: "/dev/stdin") : line
      if !lines.contains(own) { lines.append(own) }
    }
    self.init(ErrorReport(failure), trying: lines)
  }
}
