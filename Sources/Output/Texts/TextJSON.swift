package import Results

/// One array of all statements.
package struct TextJSON: TextFormat {
  package static let name = "json"
  private var isFirst = true

  package init(style: OutputStyle) {}

  package mutating func begin(into output: inout OutputBuffer) { output.append("[") }

  package mutating func write(_ text: ReadText, into output: inout OutputBuffer) {
    for statement in text.statements {
      output.append(isFirst ? "\n  " : ",\n  ")
      isFirst = false
      TextRecord(text: text, statement: statement).json.write(into: &output, indent: 2)
    }
  }

  package mutating func end(into output: inout OutputBuffer) {
    output.append(isFirst ? "]\n" : "\n]\n")
  }
}
