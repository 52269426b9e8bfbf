import Diagnostics
package import Results

/// Values with a tab between them, for pasting into a spreadsheet and for command-line tools.
///
/// There are no quotes: a tab or a line end inside a text becomes a space.
package struct TSVFormat: CellwiseFormat {
  package static let name = "tsv"
  package static let summary = "values with tabs between them, for pasting"

  package static let uses: FormatUses = [.standard, .checks]

  private var values = SeparatedValues<TabSyntax>([])

  package init(style: OutputStyle) {}

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    values = SeparatedValues(head.columns)
    values.writeHeader(into: &output)
  }

  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {
    values.write(row, into: &output)
  }

  package var cells: any CellWriter { values }

  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {}
}

private enum TabSyntax: FieldSyntax {
  static var separator: UInt8 { UInt8(ascii: "\t") }

  static func append(_ text: String, to output: inout OutputBuffer) {
    guard !output.append(text, if: controls.isAbsent) else { return }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r": output.append(UInt8(ascii: " "))
      case _ where scalar.isControl: output.append("\u{FFFD}")
      default: output.append(scalar)
      }
    }
  }
}

private let controls = ByteSet(ByteSet.mayBeginControl)
