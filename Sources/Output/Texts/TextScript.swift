import Diagnostics
package import Results

/// A script that checks the text again: every statement as a comment, and after it its checks. It
/// runs with `tally -f`, and tells where a verdict has changed.
package struct TextScript: TextFormat {
  package static let name = "tally"

  package init(style: OutputStyle) {}

  package mutating func write(_ text: ReadText, into output: inout OutputBuffer) {
    output.append("# \(text.summary.onOneCommentLine)\n")
    for (index, statement) in text.statements.enumerated() {
      output.append(
        "\n# \(index + 1), line \(statement.line): \(statement.text.onOneCommentLine)\n"
      )
      if statement.checks.isEmpty {
        output.append("# \(statement.verdict.rawValue): \(statement.why.onOneCommentLine)\n")
      }
      for check in statement.checks { output.append("\(check.statement);\n") }
    }
  }
}

extension String {
  fileprivate var onOneCommentLine: String {
    var line = ""
    for scalar in unicodeScalars { line.unicodeScalars.append(scalar.isControl ? " " : scalar) }
    return line
  }
}
