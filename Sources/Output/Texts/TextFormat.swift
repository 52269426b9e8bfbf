package import Results

/// Writes texts that were read, one after the other.
package protocol TextFormat: Sendable {
  static var name: String { get }
  /// Whether statements are written one by one, so that a text can come in parts.
  static var isByLine: Bool { get }

  init(style: OutputStyle)

  /// Whether each text is written as it comes, and not only when all have.
  mutating func begin(into output: inout OutputBuffer)
  mutating func write(_ text: ReadText, into output: inout OutputBuffer)
  mutating func end(into output: inout OutputBuffer)
}

extension TextFormat {
  package static var isByLine: Bool { false }
  package mutating func begin(into output: inout OutputBuffer) {}
  package mutating func end(into output: inout OutputBuffer) {}
}
