package import Output

/// How an import says what it finds.
package enum ImportStyle: String, CaseIterable, Sendable {
  /// In columns, for reading.
  case table
  /// One fact a line, in words, for screen readers.
  case words
  /// One object of JSON for each file, for programs.
  case json

  /// One object of JSON, as a text of several lines.
  package static func text(of value: JSONValue) -> String {
    var output = OutputBuffer()
    value.write(into: &output, indent: 0)
    return output.text
  }
}
