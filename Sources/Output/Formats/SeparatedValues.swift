import Results

/// Rows of separated fields, with a header of the columns' keys.
struct SeparatedValues<Syntax: FieldSyntax>: CellWriter {
  private let columns: [AnswerColumn]
  private let isTime: [Bool]

  init(_ columns: [AnswerColumn]) {
    self.columns = columns
    isTime = columns.map(\.kind.isTime)
  }

  func writeHeader(into output: inout OutputBuffer) {
    for (index, column) in columns.enumerated() {
      open(index, into: &output)
      Syntax.append(column.key, to: &output)
    }
    output.append(UInt8(ascii: "\n"))
  }

  func open(_ column: Int, into output: inout OutputBuffer) {
    if column > 0 { output.append(Syntax.separator) }
  }

  func end(into output: inout OutputBuffer) { output.append(UInt8(ascii: "\n")) }

  func write(_ cell: Cell, of column: Int, into output: inout OutputBuffer) {
    switch cell {
    case .period(let period): output.append(exported: period)
    // `Total` under time: a word where other programs expect a period.
    case .text where isTime[column]: break
    case .text(let text): Syntax.append(text, to: &output)
    case .verdict(let verdict): Syntax.append(verdict.rawValue, to: &output)
    case .number(.integer(let number), _): output.append(decimal: number)
    case .number(.real(let number), _) where number.isFinite: output.append(decimal: number)
    case .number(.real, _), .missing, .sparkline: break
    case .sources(let marks): Syntax.append(marks.map(\.key).joined(separator: "; "), to: &output)
    // A cell with members is written as JSON here too.
    case .records where cell == .records([]): break
    case .records:
      var json = OutputBuffer()
      json.append(json: cell)
      Syntax.append(json.text, to: &output)
    }
  }
}
