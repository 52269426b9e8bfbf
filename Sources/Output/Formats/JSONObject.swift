import Catalog
import Diagnostics
import Results

/// Writes the rows of one answer as JSON objects: `{"fy": 2020, "removals": 237364}`.
struct JSONObject: CellWriter {
  private struct Member {
    /// What is before the value: `{"fy": ` or `, "removals": `.
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

  /// The key of a member, with what is before it.
  func open(_ member: Int, into output: inout OutputBuffer) {
    output.append(members[member].opening)
  }

  func write(_ cell: Cell, of member: Int, into output: inout OutputBuffer) {
    if case .text = cell, members[member].isTime {
      // `Total` under time: a word where other programs expect a period.
      output.append("null")
    } else {
      output.append(json: cell)
    }
  }

  func end(into output: inout OutputBuffer) { output.append(members.isEmpty ? "{}" : "}") }
}

extension OutputBuffer {
  mutating func append(json cell: Cell) {
    switch cell {
    case .period(let period): append(value: period)
    case .text(let text): append(quoted: text)
    case .verdict(let verdict): append(quoted: verdict.rawValue)
    case .number(.integer(let number), _): append(decimal: number)
    case .number(.real(let number), _) where number.isFinite: append(decimal: number)
    case .number(.real, _), .missing, .sparkline: append("null")
    case .sources(let marks): append(list: marks) { $0.append(quoted: $1.key) }
    case .records(let records): append(list: records) { $0.append(record: $1) }
    }
  }

  private mutating func append<Element>(
    list: [Element],
    _ write: (inout OutputBuffer, Element) -> Void
  ) {
    append("[")
    for (index, element) in list.enumerated() {
      if index > 0 { append(", ") }
      write(&self, element)
    }
    append("]")
  }

  private mutating func append(record: [CellMember]) {
    append("{")
    for (index, member) in record.enumerated() {
      if index > 0 { append(", ") }
      append(quoted: member.key)
      append(": ")
      append(json: member.cell)
    }
    append("}")
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

  /// A string in quotes, escaped as RFC 8259 requires.
  ///
  /// U+007F to U+009F, which it lets pass, are escaped too: terminals act on them.
  mutating func append(quoted text: String) {
    append(UInt8(ascii: "\""))
    if !append(text, if: bytesToEscape.isAbsent) {
      for scalar in text.unicodeScalars { append(escaped: scalar) }
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

private let bytesToEscape = ByteSet { byte in
  byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || ByteSet.mayBeginControl(byte)
}
