package import Results

/// Writes texts that were read, one after the other.
package protocol TextFormat: Sendable {
  static var name: String { get }

  init(style: OutputStyle)

  /// Whether each text is written as it comes, and not only when all have.
  mutating func begin(into output: inout OutputBuffer)
  mutating func write(_ text: ReadText, into output: inout OutputBuffer)
  mutating func end(into output: inout OutputBuffer)
}

extension TextFormat {
  package mutating func begin(into output: inout OutputBuffer) {}
  package mutating func end(into output: inout OutputBuffer) {}
}

/// The formats of texts that were read.
package enum TextFormats {
  package static let all: [any TextFormat.Type] = [
    TextPage.self, TextJSON.self, TextJSONLines.self, TextCSV.self, TextMarkdown.self,
    TextHTML.self,
    TextReport.self, TextClaimReview.self, TextScript.self,
  ]

  package static func format(named name: String) -> (any TextFormat.Type)? {
    all.first { $0.name == name }
  }

  package static var inWords: String { all.map { $0.name }.joined(separator: ", ") }
}
