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

extension ServedParameter {
  /// The format of the answer, one of those that serve.
  static func format(for purpose: FormatPurpose) -> ServedParameter {
    let formats = OutputFormats.all.filter {
      purpose.isServed(by: $0) && !$0.uses.contains(.document)
    }
    let names = formats.map { $0.name }
    return ServedParameter(
      name: "format",
      kind: .one(of: names),
      summary: "How the answer is written."
    )
  }

  static let free = ServedParameter(
    name: "free",
    kind: .boolean,
    summary: "Read the line in people's own words where it is not in the language."
  )
}
