import Diagnostics
import Importing

/// The error for a row that says what other rows add up to: with it every sum would be twice as
/// large.
struct SumAmongValues {
  private let value: UnknownTexts.Element
  private let reading: FileReading
  private let file: SourceFile

  init(_ value: UnknownTexts.Element, _ reading: FileReading, _ file: SourceFile) {
    (self.value, self.reading, self.file) = (value, reading, file)
  }

  /// Whether a text is a word for a sum.
  static func isWord(_ text: String) -> Bool {
    let words = ["total", "totals", "grand total", "subtotal", "sum", "all", "overall"]
    let name = text.lowercased().filter { $0.isLetter || $0 == " " }
    return words.contains(trimmed(name))
  }

  var mistake: FileMistake {
    let column = reading.shape.column(ofKey: value.key)
    let name = reading.shape.columns[column]
    return FileMistake(
      file.path,
      line: value.line,
      column: .init(name: name, number: column + 1),
      "`\(value.text)` seems to be the sum of other rows, and would be added to them",
      hint:
        "--leave-out \("\(name)=\(value.text)".asShellWord) leaves it out; --map says that it is a value of its own"
    )
  }
}
