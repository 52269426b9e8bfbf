/// What is wrong with a file of data, and where.
package struct FileMistake: Error, Equatable, CustomStringConvertible {
  /// A column of a file by its name in the header and its number, counted from 1.
  package struct NamedColumn: Equatable, Sendable {
    package let name: String
    package let number: Int

    package init(name: String, number: Int) {
      self.name = name
      self.number = number
    }
  }

  package let file: String
  /// Counted from 1; `nil` when the file as a whole is meant.
  package private(set) var line: Int?
  /// `nil` when the whole row is meant.
  package private(set) var column: NamedColumn?
  package let message: String
  /// A suggestion: `nearest: venezuela`.
  package let hint: String?
  /// Whether nothing is wrong with the file, but what was read of it could not be put on the disk.
  package private(set) var isOfWriting = false
  /// Whether the file is not written in UTF-8, and may be read in another encoding.
  package private(set) var isOfEncoding = false
  /// Lines that can be typed instead.
  package private(set) var remedies: [ImportRemedy]

  package init(
    _ file: String,
    line: Int? = nil,
    column: NamedColumn? = nil,
    _ message: String,
    hint: String? = nil,
    try remedies: [ImportRemedy] = []
  ) {
    self.remedies = remedies
    self.file = file.onOneLine
    self.line = line
    self.column = column
    self.message = message
    self.hint = hint
  }

  /// The same, of a file that may be read in another encoding.
  var asOfEncoding: FileMistake {
    var mistake = self
    mistake.isOfEncoding = true
    return mistake
  }

  /// The same with a line more that can be typed instead.
  package func adding(_ remedy: ImportRemedy) -> FileMistake {
    var mistake = self
    mistake.remedies.append(remedy)
    return mistake
  }

  /// The same with lines more that can be typed instead.
  package func adding(_ more: [ImportRemedy]) -> FileMistake {
    more.reduce(self) { $0.adding($1) }
  }

  /// The same with other lines that can be typed instead.
  package func instead(try remedies: [ImportRemedy]) -> FileMistake {
    var mistake = self
    mistake.remedies = remedies
    return mistake
  }

  /// The same at another place.
  package func moved(line: Int?, column: NamedColumn?) -> FileMistake {
    var mistake = self
    (mistake.line, mistake.column) = (line, column)
    return mistake
  }

  /// A folder into which nothing can be written.
  package static func unwritable(_ folder: String, _ reason: String) -> FileMistake {
    var mistake = FileMistake(folder, "cannot be written: \(reason)")
    mistake.isOfWriting = true
    return mistake
  }

  /// `seed/datasets/x.csv:12: column sex: no member `femal` in dimension sex (nearest: female)`
  package var description: String {
    var text = file
    if let line { text += ":\(line)" }
    text += ": "
    if let column { text += "column \(column.name): " }
    text += message
    if let hint { text += " (\(hint))" }
    return text
  }
}
