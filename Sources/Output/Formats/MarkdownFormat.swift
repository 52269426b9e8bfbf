package import Results

/// A table in Markdown, then what must be said with it, for articles and pages.
///
/// ```
/// | fy | removals |
/// |:--|--:|
/// | 2022 | 108,733 |
/// | 2024 ◐ | ≈ 315,480 |
///
/// *events · October 2021 – August 2024*
///
/// - ◐ FY2024 is partial: 11 of 12 months (Oct 2023 – Aug 2024)
///
/// Source: OHSS, 2022 Yearbook of Immigration Statistics, Table 39 (Nov 2023)
/// ```
package struct MarkdownFormat: OutputFormat {
  package static let name = "markdown"
  package static let summary = "a table with its notes and sources, for articles"

  package static let uses: FormatUses = [.standard, .checks, .drawings]
  package static let fileEndings = ["md", "markdown"]

  private var columns: [ScreenColumn] = []
  /// The column that shows which rows are partial.
  private var markColumn = 0

  package init(style: OutputStyle) {}

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    columns = head.columns.filter { $0.room != .none }.map(ScreenColumn.init)
    markColumn = columns.firstIndex { $0.shown.kind.isTime } ?? 0
    write(
      columns.map { text.safe($0.shown.label) + ($0.shown.isPartial ? " ◐" : "") },
      into: &output
    )
    output.append("|" + columns.map { $0.shown.kind.isFigure ? "--:|" : ":--|" }.joined() + "\n")
  }

  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {
    let cells = zip(columns.indices, row.cells).map { index, cell in
      TableCell(columns[index].shown(cell).onOneLine, text: text).line
        + (row.isPartial && index == markColumn ? " ◐" : "")
    }
    write(cells, into: &output)
  }

  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {
    let words = FootWords(foot, text: text)
    if !words.summary.isEmpty { output.append("\n*\(words.summary.inMarkdown)*\n") }
    if !words.notes.isEmpty { output.append("\n") }
    for note in words.notes { output.append("- \(note.inMarkdown)\n") }
    writeSources(words.sources, into: &output)
  }

  /// A list of statements as a table, one statement as a paragraph with its sources.
  package mutating func checks(
    _ checks: [CheckAnswer],
    isList: Bool,
    into output: inout OutputBuffer
  ) {
    guard isList else {
      for check in checks { write(check, into: &output) }
      return
    }
    let list = CheckList(checks)
    begin(AnswerHead(columns: list.columns), into: &output)
    for row in list.rows { self.row(row, into: &output) }
    end(list.foot, into: &output)
  }

  private func write(_ check: CheckAnswer, into output: inout OutputBuffer) {
    let report = CheckReport(check, CheckText(screen: text))
    output.append("**\(check.verdict.rawValue)**: \(text.safe(report.paragraph).inMarkdown)\n")
    writeSources(FootWords(check.foot, text: text).sources, into: &output)
  }

  private var text: ScreenText { ScreenText(isUnicode: true) }

  private func write(_ cells: [String], into output: inout OutputBuffer) {
    output.append("| " + cells.map(\.inMarkdown).joined(separator: " | ") + " |\n")
  }

  /// One source in a line, several as a numbered list.
  private func writeSources(_ sources: [FootWords.CitedSource], into output: inout OutputBuffer) {
    // What follows begins a new paragraph.
    defer { output.append("\n") }
    guard sources.count > 1 else {
      if let only = sources.first { output.append("\nSource: \(only.inMarkdown)\n") }
      return
    }
    output.append("\nSources:\n\n")
    for (index, source) in sources.enumerated() {
      output.append("\(index + 1). \(source.inMarkdown)\n")
    }
  }
}

extension Cell {
  /// A cell of a table in Markdown cannot have several lines.
  fileprivate var onOneLine: Cell {
    guard case .text(let text) = self, text.utf8.contains(where: { $0 < 0x20 }) else { return self }
    return .text(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
  }
}

extension FootWords.CitedSource {
  fileprivate var inMarkdown: String {
    let words = url.isEmpty ? text.inMarkdown : "[\(text.inMarkdown)](<\(url.asLink)>)"
    return (periods.isEmpty ? "" : "\(periods.inMarkdown): ") + words
  }
}

extension String {
  /// The text escaped for Markdown, also inside a table.
  var inMarkdown: String {
    var escaped = ""
    var before: Character = " "
    var rest = self[...]
    while let character = rest.popFirst() {
      if needsEscape(character, before, rest.first ?? " ") { escaped.append("\\") }
      escaped.append(character)
      before = character
    }
    return escaped
  }

  /// An underscore inside a word, and an ampersand before a space, need no escaping.
  private func needsEscape(_ sign: Character, _ before: Character, _ after: Character) -> Bool {
    switch sign {
    case "\\", "`", "*", "[", "]", "<", ">", "|", "~": true
    case "_": !(before.isLetter || before.isNumber) || !(after.isLetter || after.isNumber)
    case "&": after.isLetter || after == "#"
    default: false
    }
  }

  /// An address escaped so that it cannot end the link that it is in.
  fileprivate var asLink: String {
    writing { scalar in
      switch scalar {
      case "<": "%3C"
      case ">": "%3E"
      case " ": "%20"
      case _ where scalar.value < 0x20: ""
      default: nil
      }
    }
  }
}
