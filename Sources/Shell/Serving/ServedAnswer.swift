import Output

/// What a method answers with.
struct ServedAnswer {
  /// The name of the format in which it is written.
  let format: String
  /// Everything that was written.
  let output: [UInt8]
  /// Whether it is one JSON document.
  let isJSON: Bool
  /// What was said beside it: how a line was read.
  var messages: [String] = []

  var text: String { String(decoding: output, as: UTF8.self) }

  /// The document on one line. Line ends are between its parts only, since in a text of JSON they
  /// are escaped; the indentation after them goes too.
  private var onOneLine: [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(output.count)
    var isIndentation = false
    for byte in output {
      if byte == UInt8(ascii: "\n") {
        isIndentation = true
      } else if byte != UInt8(ascii: " ") || !isIndentation {
        isIndentation = false
        line.append(byte)
      }
    }
    return line
  }

  var value: JSONValue { .written(onOneLine) }

  /// Whether it is one JSON object.
  var isObject: Bool { isJSON && output.first == UInt8(ascii: "{") }

  /// The result of a request.
  var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("format", .text(format)), isJSON ? ("value", value) : ("text", .text(text)),
    ]
    if !messages.isEmpty { members.append(("messages", .array(messages.map { .text($0) }))) }
    return .object(members)
  }
}
