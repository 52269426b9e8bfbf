import Catalog
import Results

/// Writes the rows of one answer as JSON objects: `{"fy": 2020, "removals": 237364}`.
struct JSONObject {
  private struct Member {
    /// What stands before the value: `{"fy": ` or `, "removals": `.
    let opening: [UInt8]
    let isTime: Bool
  }

  private let members: [Member]

  init(columns: [AnswerColumn]) {
    members = columns.enumerated().map { index, column in
      var opening = OutputBuffer()
      opening.append(index == 0 ? "{" : ", ")
      opening.append(quoted: column.key)
      opening.append(": ")
      return Member(opening: opening.bytes, isTime: column.kind.isTime)
    }
  }

  func write(_ row: AnswerRow, into output: inout OutputBuffer) {
    if members.isEmpty { output.append(UInt8(ascii: "{")) }
    for (member, cell) in zip(members, row.cells) {
      output.append(member.opening)
      write(cell, of: member, into: &output)
    }
    output.append(UInt8(ascii: "}"))
  }

  private func write(_ cell: Cell, of member: Member, into output: inout OutputBuffer) {
    switch cell {
    case .period(let period): output.append(value: period)
    // `Total` under time: a word where other programs expect a period.
    case .text where member.isTime: output.append("null")
    case .text(let text): output.append(quoted: text)
    case .number(.integer(let number), _): output.append(decimal: number)
    case .number(.real(let number), _) where number.isFinite: output.append(decimal: number)
    case .number(.real, _), .missing: output.append("null")
    case .sources(let marks): write(marks, into: &output)
    }
  }

  private func write(_ marks: [SourceMark], into output: inout OutputBuffer) {
    output.append("[")
    for (index, mark) in marks.enumerated() {
      if index > 0 { output.append(", ") }
      output.append(quoted: mark.key)
    }
    output.append("]")
  }
}

extension OutputBuffer {
  /// A year as a number, every other period as a string.
  fileprivate mutating func append(value period: Period) {
    switch period.unit {
    case .fiscalYear, .calendarYear:
      append(exported: period)
    case .quarter, .month, .day:
      append(UInt8(ascii: "\""))
      append(exported: period)
      append(UInt8(ascii: "\""))
    }
  }

  /// A string in quotes, escaped as RFC 8259 asks.
  ///
  /// U+007F to U+009F, which it lets pass, are escaped too: terminals act on them.
  mutating func append(quoted text: String) {
    append(UInt8(ascii: "\""))
    if text.utf8.contains(where: { mayNeedEscape($0) }) {
      for scalar in text.unicodeScalars { append(escaped: scalar) }
    } else {
      append(text)
    }
    append(UInt8(ascii: "\""))
  }

  private mutating func append(escaped scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    case _ where scalar.isControl:
      let digits = String(scalar.value, radix: 16)
      append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    default: append(scalar)
    }
  }
}

/// 0xC2 begins U+0080 to U+00BF, of which some are controls.
private func mayNeedEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
    || byte == 0xC2
}
