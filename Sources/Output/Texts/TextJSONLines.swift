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

extension JSONValue {
  func writeOnOneLine(into output: inout OutputBuffer) {
    switch self {
    case .null, .text, .number, .decimal, .boolean: write(into: &output, indent: 0)
    case .array(let elements):
      output.append("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(", ") }
        element.writeOnOneLine(into: &output)
      }
      output.append("]")
    case .object(let members):
      output.append("{")
      for (index, member) in members.enumerated() {
        if index > 0 { output.append(", ") }
        output.append(quoted: member.0)
        output.append(": ")
        member.1.writeOnOneLine(into: &output)
      }
      output.append("}")
    }
  }
}
