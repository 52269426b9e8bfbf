package import Results

/// A way of writing an answer down, row by row as the rows come.
///
/// To add one, write its file in `Formats` and list it in ``OutputFormats/all``: the command line,
/// `| format`, completion, help and the reference page all read that list.
package protocol OutputFormat: Sendable {
  static var name: String { get }
  /// A few words for help: "aligned columns, for reading".
  static var summary: String { get }
  /// Whether it writes answers to questions.
  static var writesAnswers: Bool { get }
  /// Whether it writes what became of statements.
  static var writesChecks: Bool { get }

  init(style: OutputStyle)

  mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer)
  mutating func row(_ row: AnswerRow, into output: inout OutputBuffer)
  mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer)

  /// Writes what became of statements, all at once: of one, or of a list such as those of a document.
  mutating func checks(_ checks: [CheckAnswer], isList: Bool, into output: inout OutputBuffer)
}

extension OutputFormat {
  package static var writesAnswers: Bool { true }
  package static var writesChecks: Bool { false }

  /// One row a statement.
  package mutating func checks(
    _ checks: [CheckAnswer],
    isList: Bool,
    into output: inout OutputBuffer
  ) {
    let rows = CheckRows(checks)
    begin(AnswerHead(columns: rows.columns), into: &output)
    for row in rows.rows { self.row(row, into: &output) }
    end(rows.foot, into: &output)
  }
}

/// A way of writing statements down that writes no answers.
package protocol CheckFormat: OutputFormat {}

extension CheckFormat {
  package static var writesAnswers: Bool { false }
  package static var writesChecks: Bool { true }

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {}
  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {}
  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {}
}

package enum OutputFormats {
  package static let all: [any OutputFormat.Type] = [
    TableFormat.self,
    JSONFormat.self,
    JSONLinesFormat.self,
    CSVFormat.self,
    ChartFormat.self,
    ReportFormat.self,
    ClaimReviewFormat.self,
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
