package import Results

/// A way of writing an answer down, row by row as the rows come.
///
/// To add one, write its file in `Formats` and list it in ``OutputFormats/all``: the command line,
/// `| format`, completion, help and the reference page all read that list.
package protocol OutputFormat: Sendable {
  static var name: String { get }
  /// A few words for help: "aligned columns, for reading".
  static var summary: String { get }

  init(style: OutputStyle)

  mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer)
  mutating func row(_ row: AnswerRow, into output: inout OutputBuffer)
  mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer)
}

package enum OutputFormats {
  package static let all: [any OutputFormat.Type] = [
    TableFormat.self,
    JSONFormat.self,
    JSONLinesFormat.self,
    CSVFormat.self,
    ChartFormat.self,
  ]

  package static func format(named name: String) -> (any OutputFormat.Type)? {
    all.first { $0.name == name }
  }
}

/// What the reader's end can show.
package struct OutputStyle: Equatable, Sendable {
  /// Columns of the terminal; `nil` when the output is not a terminal: nothing is cut or wrapped.
  package var width: Int?
  /// Whether dim and bold may be used.
  package var isStyled: Bool
  /// Whether characters outside ASCII can be shown.
  package var isUnicode: Bool

  package init(width: Int? = nil, isStyled: Bool = false, isUnicode: Bool = true) {
    self.width = width
    self.isStyled = isStyled
    self.isUnicode = isUnicode
  }
}
