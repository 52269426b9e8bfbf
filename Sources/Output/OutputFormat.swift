package import Results

/// A way of writing an answer, row by row as the rows come.
///
/// To add one, write its file in `Formats` and list it in ``OutputFormats/all``: the command line,
/// `| format`, completion, help and the reference page all read that list.
package protocol OutputFormat: Sendable {
  static var name: String { get }
  /// A few words for help: "aligned columns, for reading".
  static var summary: String { get }
  /// What it can be used for; ``FormatUses/standard`` where it says nothing.
  static var uses: FormatUses { get }
  /// What it writes as one JSON document; nothing where it says nothing.
  static var jsonUses: JSONUses { get }
  /// The extensions of its files, without the dot: of a file with one of them it is the format.
  static var fileEndings: [String] { get }

  /// Kinds of it, chosen by a word after its name: `| cite bibtex`. Their names are of two words.
  static var variants: [any OutputFormat.Type] { get }

  init(style: OutputStyle)

  /// The format itself, where its rows are just their cells. A property and not a cast: a dynamic
  /// cast to a protocol searches all conformances, which takes as long as the sums of a question.
  var cellwise: (any CellwiseFormat)? { get }

  mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer)
  mutating func row(_ row: AnswerRow, into output: inout OutputBuffer)
  mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer)

  /// Writes the verdicts on statements, all at once: on one, or on a list such as those of a
  /// document.
  mutating func checks(_ checks: [CheckAnswer], isList: Bool, into output: inout OutputBuffer)
}

extension OutputFormat {
  package var cellwise: (any CellwiseFormat)? { nil }
  package static var uses: FormatUses { .standard }
  package static var jsonUses: JSONUses { [] }
  package static var fileEndings: [String] { [name] }
  package static var variants: [any OutputFormat.Type] { [] }

  /// One row a statement.
  package mutating func checks(
    _ checks: [CheckAnswer],
    isList: Bool,
    into output: inout OutputBuffer
  ) {
    write(CheckRows(checks), into: &output)
  }

  mutating func write(_ rows: CheckRows, into output: inout OutputBuffer) {
    begin(AnswerHead(columns: rows.columns), into: &output)
    for row in rows.rows { self.row(row, into: &output) }
    end(rows.foot, into: &output)
  }
}
