import Catalog
package import Diagnostics
package import Output

/// What went wrong, for people as text and for programs as JSON.
package struct ErrorReport: Error {
  /// Where something is that is wrong.
  package struct Place: Equatable, Sendable {
    /// The script or file; `nil` for what was typed or given as an argument.
    package let file: String?
    /// From 1.
    package let line: Int
    /// In Unicode scalars, from 1; `nil` where the whole line is meant.
    package let column: Int?
    /// In Unicode scalars; 0 where something is missing.
    package let length: Int?
    /// What is there.
    package let text: String?
  }

  package let kind: ErrorKind
  /// A stable handle, such as `unknown-measure`; `nil` where there is none.
  package let id: String?
  /// One sentence without a full stop.
  package let message: String
  package let place: Place?
  package let hint: String?
  /// Whole statements or command lines that work instead.
  package let questions: [String]
  /// All of it as a person reads it, in one or more lines.
  package let text: String

  /// What is wrong in a statement; `place` is the script and line in which it begins.
  package init(
    _ diagnostic: Diagnostic,
    in source: String,
    place: String?,
    style: OutputStyle
  ) {
    kind = ErrorKind(diagnostic.kind)
    id = diagnostic.id
    message = diagnostic.message
    self.place = Place(of: diagnostic.span, in: source, beginning: place)
    hint = diagnostic.hint
    questions = diagnostic.questions
    text = MistakeText(diagnostic, in: source, place: place, style: style).text
  }

  /// A failure that tells itself, with a hint on a line of its own if it has one.
  package init(_ kind: ErrorKind, _ failure: String) {
    let lines = failure.split(separator: "\nhint: ", maxSplits: 1)
    self.kind = kind
    id = nil
    message = lines.first.map(String.init) ?? failure
    hint = lines.count > 1 ? String(lines[1]) : nil
    place = nil
    questions = []
    text = "error: " + failure
  }

  /// What is wrong with a file of figures.
  package init(_ mistake: FileMistake) {
    kind = .file
    id = nil
    // A line has its file beside it; what is wrong with all of a file names it.
    let isWhole = mistake.line == nil && !mistake.file.isEmpty
    message = isWhole ? "\(mistake.file): \(mistake.message)" : mistake.message
    hint = mistake.hint
    place = mistake.line.map {
      Place(file: mistake.file, line: $0, column: nil, length: nil, text: mistake.column?.name)
    }
    questions = []
    text = "error: \(mistake)"
  }

  /// The same with whole lines that can be typed instead.
  package init(_ report: ErrorReport, trying lines: [String]) {
    (kind, id, message, place) = (report.kind, report.id, report.message, report.place)
    hint = report.hint
    questions = report.questions + lines
    text = ([report.text] + lines.map { "try:  " + $0 }).joined(by: "\n")
  }

  /// A wrong call, and a command line that works.
  package init(call message: String, line: String, text: String) {
    (kind, id, self.message, place) = (.call, nil, message, nil)
    hint = nil
    questions = [line]
    self.text = text
  }
}

extension ErrorKind {
  fileprivate init(_ kind: Diagnostic.Kind) {
    self =
      switch kind {
      case .slip, .notLanguage, .speech, .habit, .misspelled: .mistake
      case .lackOfData: .noData
      case .notHeld: .notHeld
      case .notRead: .notRead
      case .unwritable: .output
      }
  }
}

extension ErrorReport.Place {
  /// `beginning` is where the source begins: `story.tally:3`.
  fileprivate init(of span: SourceSpan, in source: String, beginning: String?) {
    let bytes = Array(source.utf8)
    let start = min(max(0, span.start), bytes.count)
    let end = min(max(start, span.end), bytes.count)
    let lineStart = bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let passed = bytes[..<lineStart].count { $0 == UInt8(ascii: "\n") }
    let marked = String(decoding: bytes[start..<end], as: UTF8.self)
    let parts = beginning.flatMap(Self.parts)
    file = parts?.file
    line = (parts?.line ?? 1) + passed
    column = String(decoding: bytes[lineStart..<start], as: UTF8.self).unicodeScalars.count + 1
    length = marked.unicodeScalars.count
    text = marked
  }

  private static func parts(_ place: String) -> (file: String, line: Int)? {
    guard let colon = place.lastIndex(of: ":"), let line = Int(place[place.index(after: colon)...])
    else { return nil }
    return (String(place[..<colon]), line)
  }
}

extension ErrorReport {
  /// As one object: see `docs/schemas/error.schema.json`.
  package var json: JSONValue {
    .object([
      ("formatVersion", .number(FormatVersion.error)),
      ("kind", .text(kind.rawValue)),
      ("id", id.map { .text($0) } ?? .null),
      ("message", .text(message)),
      ("place", place.map(\.json) ?? .null),
      ("hint", hint.map { .text($0) } ?? .null),
      ("try", .array(questions.map { .text($0) })),
    ])
  }
}

extension ErrorReport.Place {
  fileprivate var json: JSONValue {
    .object([
      ("file", file.map { .text($0) } ?? .null),
      ("line", .number(line)),
      ("column", column.map { .number($0) } ?? .null),
      ("length", length.map { .number($0) } ?? .null),
      ("text", text.map { .text($0) } ?? .null),
    ])
  }
}
