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
  /// Whether it writes lists of things, which hold few figures or none.
  static var writesLists: Bool { get }
  /// What the names of its files end in.
  static var fileEndings: [String] { get }
  /// Whether it tells what the answer is to, and from which tables it comes.
  static var tellsSubject: Bool { get }
  /// Whether people look at it, and so at the small drawings of a row's figures; programs have the figures.
  static var showsDrawings: Bool { get }
  /// Whether it needs the rows.
  static var writesRows: Bool { get }

  init(style: OutputStyle)

  /// Itself, where its rows are their cells. Asked and not found out by a cast, which looks through everything that the
  /// program knows of protocols and costs a question as much as its sums do.
  var cellwise: (any CellwiseFormat)? { get }

  mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer)
  mutating func row(_ row: AnswerRow, into output: inout OutputBuffer)
  mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer)

  /// Writes what became of statements, all at once: of one, or of a list such as those of a document.
  mutating func checks(_ checks: [CheckAnswer], isList: Bool, into output: inout OutputBuffer)
}

extension OutputFormat {
  package var cellwise: (any CellwiseFormat)? { nil }
  package static var writesAnswers: Bool { true }
  package static var writesChecks: Bool { false }
  package static var writesLists: Bool { writesAnswers }
  package static var fileEndings: [String] { [name] }
  package static var tellsSubject: Bool { false }
  package static var showsDrawings: Bool { false }
  package static var writesRows: Bool { true }

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
    TSVFormat.self,
    MarkdownFormat.self,
    HTMLFormat.self,
    ChartFormat.self,
    SVGFormat.self,
    VegaFormat.self,
    ReportFormat.self,
    ClaimReviewFormat.self,
    SQLFormat.self,
  ]

  package static func format(named name: String) -> (any OutputFormat.Type)? {
    all.first { $0.name == name }
  }

  /// The format that the name of a file ends in: `json` of `removals.json`.
  package static func format(ofFile path: String) -> (any OutputFormat.Type)? {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    return all.first { $0.fileEndings.contains(ending) }
  }
}

/// What the reader's end can show.
package struct OutputStyle: Equatable, Sendable {
  /// Columns of the terminal; `nil` when the output is not a terminal: nothing is cut or wrapped.
  package var width: Int?
  /// Whether dim, bold and colors may be used.
  package var isStyled: Bool
  /// Whether characters outside ASCII can be shown.
  package var isUnicode: Bool
  /// Whether the text is listened to: one fact a line, in words, with nothing aligned or drawn.
  package var isAccessible: Bool
  /// The most rows of a table or bars that are shown; `nil` for all.
  package var rows: Int?
  /// Whether CSV is written for a spreadsheet: marked as UTF-8, and no text taken for a formula.
  package var isForSpreadsheets = false

  /// For a file or another program: nothing is cut or styled.
  package var plain: OutputStyle {
    var plain = OutputStyle()
    plain.isForSpreadsheets = isForSpreadsheets
    return plain
  }

  /// Where lines of words are broken; never where a screen reader reads them.
  package var textWidth: Int? { isAccessible ? nil : width }

  package init(
    width: Int? = nil,
    isStyled: Bool = false,
    isUnicode: Bool = true,
    isAccessible: Bool = false,
    rows: Int? = nil
  ) {
    self.width = width
    self.isStyled = isStyled
    self.isUnicode = isUnicode
    self.isAccessible = isAccessible
    self.rows = rows
  }
}
