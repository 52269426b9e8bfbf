package import Results

/// One line for each statement.
package struct TextJSONLines: TextFormat {
  package static let name = "jsonl"
  package static let isByLine = true

  package init(style: OutputStyle) {}

  package mutating func write(_ text: ReadText, into output: inout OutputBuffer) {
    for statement in text.statements {
      TextRecord(text: text, statement: statement).json.writeOnOneLine(into: &output)
      output.append("\n")
    }
  }
}
