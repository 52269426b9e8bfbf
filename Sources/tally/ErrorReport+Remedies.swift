import Asking
import Diagnostics
import FileImport

extension ErrorReport {
  /// A file that was refused, with the lines that can be typed instead.
  init(_ failure: any Error, of path: String, _ call: ImportCall) {
    let remedies: [Remedy]
    switch failure {
    case let mistake as FileMistake:
      let lines = mistake.line.map { [Remedy.showing([$0])] } ?? []
      remedies = mistake.remedies.isEmpty ? lines : mistake.remedies
    case let mistake as ImportMistake: remedies = mistake.remedies
    default: remedies = []
    }
    var lines: [String] = []
    for line in remedies.map({ call.line($0, for: path).onOneLine }) where !lines.contains(line) {
      lines.append(line)
    }
    self.init(ErrorReport(failure), trying: lines)
  }
}
