/// A value inside of a JSON document.
package struct JSONMember: Equatable, Sendable {
  package let kind: JSONKind
  /// The value as JSON.
  package let json: String
  /// The characters of a text; `nil` for other values, and for a text with U+0000, which cannot be
  /// held whole.
  package let text: String?

  init(kind: JSONKind, json: String, characters: String) {
    self.kind = kind
    self.json = json
    text = kind == .text && !json.hasEscapedNull ? characters : nil
  }
}
