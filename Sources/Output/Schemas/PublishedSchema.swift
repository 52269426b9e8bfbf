/// The schema of something that is written for other programs.
package struct PublishedSchema: Sendable {
  /// As `tally schema` takes it: `report`.
  package let name: String
  /// What it describes, in a few words.
  package let summary: String
  /// The document.
  package let json: JSONValue

  /// The document as its file in docs/schemas has it.
  package var text: String {
    var output = OutputBuffer()
    json.write(into: &output, indent: 0)
    output.append("\n")
    return output.text
  }

  /// All that are published.
  package static var all: [PublishedSchema] { [report, check, read, error] }

  package static func schema(named name: String) -> PublishedSchema? {
    all.first { $0.name == name }
  }
}
