import Catalog
package import Results

/// One answer as a table of a data package: its rows as CSV, and what describes them.
package struct PackagedTable: OutputFormat {
  package static let name = "packaged table"
  package static let summary = "a table of a data package"
  package static let uses: FormatUses = [.answers, .subject, .rows]
  package static let fileEndings: [String] = []

  private var csv: CSVFormat
  private(set) var head = AnswerHead(columns: [])
  private(set) var foot = AnswerFoot(summary: "", notes: [], sources: [])
  /// For each column, whether a figure in it has a fraction.
  private(set) var hasFractions: [Bool] = []
  /// Number of rows whose periods are held in part, or cut by the question.
  private(set) var partialRows = 0
  /// The rows as written to the file, with their header.
  package private(set) var contents = OutputBuffer()

  package init(style: OutputStyle) {
    csv = CSVFormat(style: style)
  }

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    self.head = head
    hasFractions = head.columns.map { _ in false }
    csv.begin(head, into: &contents)
  }

  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {
    for (index, cell) in row.cells.enumerated() {
      if case .number(.real, _) = cell { hasFractions[index] = true }
    }
    if row.isPartial { partialRows += 1 }
    csv.row(row, into: &contents)
  }

  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {
    self.foot = foot
  }
}

extension PackagedTable {
  /// A name for its file, of letters that every system accepts: `encounters-by-citizenship-fy2023`.
  package var suggestedName: String {
    var name = ""
    for character in (head.subject?.title ?? "table").lowercased() {
      let isPlain = character.isASCII && (character.isLetter || character.isNumber)
      if isPlain {
        name.append(character)
      } else if name.last.map({ $0 != "-" }) ?? false {
        name.append("-")
      }
    }
    guard name.utf8.count > 60, let end = name.prefix(60).lastIndex(of: "-") else {
      return name.last == "-" ? String(name.dropLast()) : name
    }
    return String(name[..<end])
  }

  /// Its entry in `datapackage.json`, as the Data Package standard defines it.
  func resource(named name: String, path: String) -> JSONValue {
    .object([
      ("name", .text(name)), ("profile", .text("tabular-data-resource")), ("path", .text(path)),
      ("title", .text(head.subject?.title ?? "")),
      ("description", .text(description)),
      ("format", .text("csv")), ("mediatype", .text("text/csv")), ("encoding", .text("utf-8")),
      (
        "schema",
        .object([
          (
            "fields",
            .array(zip(head.columns, hasFractions).map { JSONValue(field: $0, hasFractions: $1) })
          ),
          ("missingValues", .array([.text("")])),
        ])
      ),
      ("sources", .array(foot.sources.map(JSONValue.init(packaged:)))),
      ("question", .text(head.subject?.question ?? "")),
      ("notes", .array(foot.notes.map { .text($0.withSign) })),
      ("partialRows", partialRows == 0 ? .text("") : .number(partialRows)),
      ("sql", .text(head.subject?.sql ?? "")),
    ]).withoutEmptyMembers
  }

  private var description: String {
    ([foot.summary] + foot.notes.map(\.withSign)).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension JSONValue {
  fileprivate init(field column: AnswerColumn, hasFractions: Bool) {
    var members: [(String, JSONValue)] = [
      ("name", .text(column.key)), ("type", .text(column.fieldType(hasFractions))),
      ("title", .text(column.label)),
    ]
    if case .figure(let unit?) = column.kind { members.append(("unit", .text(unit))) }
    if column.kind == .percent { members.append(("unit", .text("percent"))) }
    self = .object(members)
  }

  /// `title` and `path`, as the standard names them.
  fileprivate init(packaged source: Citation) {
    self = .object([
      ("title", .text(source.text)), ("path", .text(source.url.asWebAddress)),
      ("periods", .text(source.periods)),
    ])
  }
}

extension AnswerColumn {
  fileprivate func fieldType(_ hasFractions: Bool) -> String {
    switch kind {
    case .time(.fiscalYear), .time(.calendarYear): "integer"
    case .time(.month): "yearmonth"
    case .time(.day): "date"
    case .time(.quarter), .dimension, .sparkline, .sources: "string"
    case .figure, .percent, .fraction, .points: hasFractions ? "number" : "integer"
    }
  }
}
