/// A JSON document, small enough to be held.
indirect enum JSONValue: Sendable {
  case null
  case text(String)
  case number(Int)
  /// Finite, as the shortest decimal that reads back.
  case decimal(Double)
  case boolean(Bool)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// Without the members that are empty, at any depth.
  var withoutEmptyMembers: JSONValue {
    switch self {
    case .null, .text, .number, .decimal, .boolean: self
    case .array(let elements): .array(elements.map(\.withoutEmptyMembers))
    case .object(let members):
      .object(members.filter { !$0.1.isEmpty }.map { ($0.0, $0.1.withoutEmptyMembers) })
    }
  }

  private var isEmpty: Bool {
    switch self {
    case .null: true
    case .text(let text): text.isEmpty
    case .number, .decimal, .boolean: false
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    }
  }

  func write(into output: inout OutputBuffer, indent: Int) {
    switch self {
    case .null: output.append("null")
    case .text(let text): output.append(quoted: text)
    case .number(let number): output.append(decimal: number)
    case .decimal(let number): output.append(decimal: number)
    case .boolean(let isTrue): output.append(isTrue ? "true" : "false")
    case .array(let elements):
      Self.write("[", "]", elements, into: &output, indent) { element, output in
        element.write(into: &output, indent: indent + 2)
      }
    case .object(let members):
      Self.write("{", "}", members, into: &output, indent) { member, output in
        output.append(quoted: member.0)
        output.append(": ")
        member.1.write(into: &output, indent: indent + 2)
      }
    }
  }

  private static func write<Element>(
    _ opening: String,
    _ closing: String,
    _ elements: [Element],
    into output: inout OutputBuffer,
    _ indent: Int,
    _ write: (Element, inout OutputBuffer) -> Void
  ) {
    output.append(opening)
    for (index, element) in elements.enumerated() {
      output.append(index == 0 ? "\n" : ",\n")
      output.append(spaces: indent + 2)
      write(element, &output)
    }
    if !elements.isEmpty {
      output.append("\n")
      output.append(spaces: indent)
    }
    output.append(closing)
  }
}
