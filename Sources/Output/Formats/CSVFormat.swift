import Diagnostics
package import Results

/// Comma-separated values as RFC 4180 defines them, but with the line ends of Unix, and always
/// UTF-8.
package struct CSVFormat: CellwiseFormat {
  package static let name = "csv"
  package static let summary = "comma-separated values with a header, for spreadsheets"

  package static let uses: FormatUses = [.standard, .checks]

  private var values = SeparatedValues<CommaSyntax>([])
  private var safe = SeparatedValues<SpreadsheetSyntax>([])
  private let isForSpreadsheets: Bool

  package init(style: OutputStyle) {
    isForSpreadsheets = style.isForSpreadsheets
  }

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    values = SeparatedValues(head.columns)
    guard isForSpreadsheets else { return values.writeHeader(into: &output) }
    safe = SeparatedValues(head.columns)
    output.append([0xEF, 0xBB, 0xBF])
    safe.writeHeader(into: &output)
  }

  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {
    let start = output.bytes.count
    guard !isForSpreadsheets else { return safe.write(row, into: &output) }
    values.write(row, into: &output)
    // An empty line would be skipped as not being a row.
    guard output.bytes.count == start + 1 else { return }
    output.removeLast()
    output.append("\"\"\n")
  }

  package var cells: any CellWriter { isForSpreadsheets ? safe : values }

  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {}
}

/// For spreadsheets: an apostrophe keeps a text that begins like a formula from being one.
private enum SpreadsheetSyntax: FieldSyntax {
  static var separator: UInt8 { comma }

  static func append(_ text: String, to output: inout OutputBuffer) {
    let isFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    output.append(field: isFormula ? "'" + text : text)
  }
}

/// Quotes where they are needed.
private enum CommaSyntax: FieldSyntax {
  static var separator: UInt8 { comma }

  static func append(_ text: String, to output: inout OutputBuffer) { output.append(field: text) }
}

private let comma = UInt8(ascii: ",")
private let newline = UInt8(ascii: "\n")

extension OutputBuffer {
  /// A field, in quotes only when it needs them.
  fileprivate mutating func append(field text: String) {
    let isPlain = append(text) { own in
      !isSpace(own.first) && !isSpace(own.last) && bytesToCareFor.isAbsent(from: own)
    }
    if !isPlain { append(careful: text) }
  }

  private mutating func append(careful text: String) {
    let isQuoted = text.utf8.contains { needsQuotes($0) } || text.hasOuterSpace
    if isQuoted { append(UInt8(ascii: "\"")) }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("\"\"")
      case "\n", "\r", "\t": append(scalar)
      case _ where scalar.isControl: append("\u{FFFD}")
      default: append(scalar)
      }
    }
    if isQuoted { append(UInt8(ascii: "\"")) }
  }
}

extension String {
  /// Some readers trim what is not in quotes.
  fileprivate var hasOuterSpace: Bool {
    isSpace(utf8.first) || isSpace(utf8.last)
  }
}

private func isSpace(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: " ") }

private let bytesToCareFor = ByteSet { needsQuotes($0) || ByteSet.mayBeginControl($0) }

private func needsQuotes(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\""), comma, newline, UInt8(ascii: "\r"): true
  default: false
  }
}
