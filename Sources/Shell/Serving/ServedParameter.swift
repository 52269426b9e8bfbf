import Output

/// A parameter of a method, as agents are told it.
struct ServedParameter {
  /// What a value can be.
  enum Kind {
    case text
    case boolean
    case one(of: [String])
  }

  let name: String
  let kind: Kind
  let summary: String
  var isRequired = false

  /// As a part of a JSON Schema.
  var json: JSONValue {
    let description: [(String, JSONValue)] = [("description", .text(summary))]
    switch kind {
    case .text: return .object([("type", .text("string"))] + description)
    case .boolean: return .object([("type", .text("boolean"))] + description)
    case .one(let words):
      return .object(
        [("type", .text("string")), ("enum", .array(words.map { .text($0) }))] + description
      )
    }
  }
}
