package import Results

/// Comma-separated values as RFC 4180 has them, but with the line ends of Unix, and always UTF-8.
package struct CSVFormat: OutputFormat {
  package static let name = "csv"
  package static let summary = "comma-separated values with a header, for spreadsheets"

  package static let writesChecks = true

  private var columns: [AnswerColumn] = []

  package init(style: OutputStyle) {}

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    columns = head.columns
    for (index, column) in columns.enumerated() {
      if index > 0 { output.append(comma) }
      output.append(field: column.key)
    }
    output.append(newline)
  }

  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {
    let start = output.bytes.count
    for (index, cell) in row.cells.enumerated() {
      if index > 0 { output.append(comma) }
      write(cell, of: columns[index], into: &output)
    }
    // An empty line would be passed over as no row at all.
    if output.bytes.count == start { output.append("\"\"") }
    output.append(newline)
  }

  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {}

  private func write(_ cell: Cell, of column: AnswerColumn, into output: inout OutputBuffer) {
    switch cell {
    case .period(let period): output.append(exported: period)
    // `Total` under time: a word where other programs expect a period.
    case .text where column.kind.isTime: break
    case .text(let text): output.append(field: text)
    case .verdict(let verdict): output.append(field: verdict.rawValue)
    case .number(.integer(let number), _): output.append(decimal: number)
    case .number(.real(let number), _) where number.isFinite: output.append(decimal: number)
    case .number(.real, _), .missing: break
    case .sources(let marks):
      output.append(field: marks.map(\.key).joined(separator: "; "))
    // What has members of its own has them in JSON here too.
    case .records where cell == .records([]): break
    case .records:
      var json = OutputBuffer()
      json.append(json: cell)
      output.append(field: json.text)
    }
  }
}

private let comma = UInt8(ascii: ",")
private let newline = UInt8(ascii: "\n")

extension OutputBuffer {
  /// A field, in quotes only when it needs them.
  fileprivate mutating func append(field text: String) {
    if text.utf8.contains(where: { mayNeedCare($0) }) || text.hasOuterSpace {
      append(careful: text)
    } else {
      append(text)
    }
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
    utf8.first == UInt8(ascii: " ") || utf8.last == UInt8(ascii: " ")
  }
}

/// 0xC2 begins U+0080 to U+00BF, of which some are controls.
private func mayNeedCare(_ byte: UInt8) -> Bool {
  byte < 0x20 || needsQuotes(byte) || byte == 0x7F || byte == 0xC2
}

private func needsQuotes(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\""), comma, newline, UInt8(ascii: "\r"): true
  default: false
  }
}
