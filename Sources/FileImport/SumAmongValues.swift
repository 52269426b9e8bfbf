import Catalog
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

  /// Whether a text says that it is a sum: it has a word for one, or is about all there is.
  static func isWord(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    guard let first = words.first else { return false }
    if words.contains(where: ["total", "totals", "subtotal", "subtotals"].contains) { return true }
    // `All other countries` are those that are not named.
    if first == "all" { return !words.contains { $0.hasPrefix("other") } }
    return ["sum", "overall", "world", "worldwide"].contains(words.joined(by: " "))
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
        "--leave-out \("\(name)=\(value.text)".asShellWord) leaves it out; --map says that it is a value of its own",
      try: [.adding("--leave-out", "\(name)=\(value.text)")]
    )
  }
}
