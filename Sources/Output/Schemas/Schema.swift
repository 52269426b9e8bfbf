/// A part of a JSON Schema (draft 2020-12): what a value can be.
struct Schema {
  fileprivate let members: [(String, JSONValue)]

  private init(_ members: [(String, JSONValue)]) { self.members = members }

  var json: JSONValue { .object(members) }

  static var text: Schema { Schema([("type", .text("string"))]) }
  static var number: Schema { Schema([("type", .text("number"))]) }
  static var boolean: Schema { Schema([("type", .text("boolean"))]) }
  /// A whole number that is not negative.
  static var count: Schema {
    Schema([("type", .text("integer")), ("minimum", .number(0))])
  }
  /// A year as a number, every other period as a text.
  static var period: Schema {
    Schema([("type", .array([.text("integer"), .text("string")]))])
  }
  /// A day: `2025-01-14`.
  static var day: Schema {
    Schema([("type", .text("string")), ("pattern", .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))])
  }
  /// What a cell of an answer can be.
  static var cell: Schema {
    Schema([("anyOf", .array([number, text, null, list(of: text)].map(\.json)))])
  }
  private static var null: Schema { Schema([("type", .text("null"))]) }

  /// One of these words.
  static func one(of words: [String]) -> Schema {
    Schema([("enum", .array(words.map { .text($0) }))])
  }

  /// This number and no other.
  static func only(_ number: Int) -> Schema { Schema([("const", .number(number))]) }

  static func list(of element: Schema) -> Schema {
    Schema([("type", .text("array")), ("items", element.json)])
  }

  /// Any number of members with values like this one.
  static func members(_ value: Schema) -> Schema {
    Schema([("type", .text("object")), ("additionalProperties", value.json)])
  }

  static func object(_ properties: [Property]) -> Schema {
    Schema([
      ("type", .text("object")),
      ("properties", .object(properties.map { ($0.name, $0.schema.json) })),
      ("required", .array(properties.filter { !$0.isOptional }.map { .text($0.name) })),
    ])
  }

  /// The same, or `null`.
  var orNull: Schema { Schema([("anyOf", .array([json, Schema.null.json]))]) }

  /// The same with words that say what it is.
  func about(_ words: String) -> Schema { Schema(members + [("description", .text(words))]) }

  /// The same as a document of its own.
  func document(id: String, title: String) -> JSONValue {
    .object(
      [
        ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
        ("$id", .text("urn:tally:schema:\(id)")), ("title", .text(title)),
      ] + members
    )
  }

  /// A member of an object.
  struct Property {
    let name: String
    let schema: Schema
    let isOptional: Bool

    /// `words` say what it is.
    init(_ name: String, _ schema: Schema, _ words: String = "", isOptional: Bool = false) {
      self.name = name
      self.schema = words.isEmpty ? schema : schema.about(words)
      self.isOptional = isOptional
    }
  }
}
