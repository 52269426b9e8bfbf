import Catalog
package import Results

/// Everything that is known about an answer, as one JSON object; for a checked statement, a
/// paragraph that can be pasted, with what was counted, by whom and when.
package struct ReportFormat: OutputFormat {
  package static let name = "report"
  package static let summary =
    "rows, coverage, notes, sources and SQL as JSON; a statement as a paragraph"

  package static let uses: FormatUses = [.standard, .checks, .subject]
  package static let jsonUses: JSONUses = .answers
  package static let fileEndings: [String] = []

  private let style: OutputStyle
  private var head = AnswerHead(columns: [])
  private var object = JSONObject(columns: [])
  /// The rows that are partial, counted from 0.
  private var partial: [Int] = []
  private var count = 0
  /// The column of the periods, and which of them are partial.
  private var timeColumn: Int?
  private var partialPeriods: [Period] = []

  package init(style: OutputStyle) {
    self.style = style
  }

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    self.head = head
    object = JSONObject(columns: head.columns)
    timeColumn = head.columns.firstIndex { $0.kind.isTime }
    let subject = head.subject
    var members: [(String, JSONValue)] = [("formatVersion", .number(FormatVersion.report))]
    if let asked = subject?.asked { members.append(("asked", .text(asked))) }
    if let subject {
      members += [("question", .text(subject.question)), ("title", .text(subject.title))]
    }
    members.append(("columns", .array(head.columns.map(JSONValue.init(column:)))))
    output.append("{\n")
    for (name, value) in members { write(name, value, into: &output) }
    output.append("  \"rows\": [")
  }

  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {
    output.append(count == 0 ? "\n    " : ",\n    ")
    object.write(row, into: &output)
    if row.isPartial {
      partial.append(count)
      if let timeColumn { add(row.cells[timeColumn]) }
    }
    count += 1
  }

  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {
    output.append(count == 0 ? "],\n" : "\n  ],\n")
    var members: [(String, JSONValue)] = [
      ("coverage", coverage(foot)),
      ("notes", .array(foot.notes.map { JSONValue(note: $0, partial: partial) })),
      ("sources", .array(foot.sources.map(JSONValue.init(source:)))),
      ("datasets", .array(foot.datasets.map(JSONValue.text))),
    ]
    if let subject = head.subject {
      members += [("sql", .text(subject.sql)), ("version", .text(subject.version))]
    }
    for (name, value) in members.dropLast() { write(name, value, into: &output) }
    if let (name, value) = members.last { write(name, value, into: &output, isLast: true) }
    output.append("}\n")
  }

  /// Notes a partial period, once however many rows it has.
  private mutating func add(_ cell: Cell) {
    guard case .period(let period) = cell, !partialPeriods.contains(period) else { return }
    partialPeriods.append(period)
  }

  /// A member that is always written, even if empty.
  private func write(
    _ name: String,
    _ value: JSONValue,
    into output: inout OutputBuffer,
    isLast: Bool = false
  ) {
    output.append(spaces: 2)
    output.append(quoted: name)
    output.append(": ")
    value.write(into: &output, indent: 2)
    output.append(isLast ? "\n" : ",\n")
  }

  private func coverage(_ foot: AnswerFoot) -> JSONValue {
    let days = [foot.days?.first, foot.days?.last].map { day in
      day.map { JSONValue.text(Period(.day, containing: $0).exported) } ?? .null
    }
    return .object([
      ("from", days[0]), ("to", days[1]),
      ("partial", .array(partialPeriods.map(JSONValue.init(period:)))),
    ])
  }

  package mutating func checks(
    _ checks: [CheckAnswer],
    isList: Bool,
    into output: inout OutputBuffer
  ) {
    for (index, check) in checks.enumerated() {
      if index > 0 { output.append("\n") }
      let report = CheckReport(check, ScreenText(style))
      for paragraph in [report.paragraph] + report.citations {
        for line in wrapped(paragraph, toWidth: style.textWidth, indent: 0) {
          output.append(style.shown(line) + "\n")
        }
      }
    }
  }
}

extension JSONValue {
  /// As written in the rows: a year as a number, every other period as a string.
  fileprivate init(period: Period) {
    switch period.unit {
    case .fiscalYear, .calendarYear: self = .number(period.code)
    case .quarter, .month, .day: self = .text(period.exported)
    }
  }

  fileprivate init(column: AnswerColumn) {
    let (kind, unit) = column.kind.words
    self = .object([
      ("name", .text(column.key)), ("label", .text(column.label)), ("kind", .text(kind)),
      ("unit", unit.map(JSONValue.text) ?? .null),
    ])
  }

  /// `partial` are the rows meant by a note about partial periods.
  fileprivate init(note: Note, partial: [Int]) {
    self = .object([
      ("kind", .text(note.kind.name)), ("text", .text(note.inFull)),
      ("rows", note.kind == .partial ? .array(partial.map(JSONValue.number)) : .null),
    ])
  }

  fileprivate init(source: Citation) {
    self = .object([
      ("id", .text(source.key)), ("publisher", .text(source.publisher)),
      ("title", .text(source.title)), ("table", .text(source.table)),
      ("published", .text(source.published)), ("url", .text(source.url)),
      ("periods", .text(source.periods)), ("citation", .text(source.text)),
    ])
  }
}

extension AnswerColumn.Kind {
  /// The words of all kinds.
  static let allWords = [
    "time", "dimension", "figure", "ratio", "difference of ratios", "sparkline", "sources",
  ]

  /// What the column holds in a word, and its unit.
  fileprivate var words: (String, unit: String?) {
    switch self {
    case .time(let unit): ("time", unit.name)
    case .dimension: ("dimension", nil)
    case .figure(let unit): ("figure", unit)
    case .percent: ("figure", "percent")
    case .fraction: ("ratio", nil)
    case .points: ("difference of ratios", nil)
    case .sparkline: ("sparkline", nil)
    case .sources: ("sources", nil)
    }
  }
}

extension Note.Kind {
  /// As written for other programs.
  var name: String {
    switch self {
    case .understood: "understood"
    case .phrase: "phrase"
    case .partial: "partial"
    case .precision: "precision"
    case .absence: "absence"
    case .seam: "seam"
    case .seriesBreak: "break"
    case .caveat: "caveat"
    }
  }
}
