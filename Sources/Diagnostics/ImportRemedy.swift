/// A line that can be typed where a file is refused: most often the import as it was called, with
/// an option more.
package enum ImportRemedy: Equatable, Sendable {
  /// An option of an import with its value, where it takes one.
  package struct Option: Equatable, Sendable {
    /// With its hyphens: `--missing`.
    package let name: String
    package let value: String?

    package init(_ name: String, _ value: String? = nil) {
      self.name = name
      self.value = value
    }
  }

  /// The same import with some options more, and without others. What is added takes the place of
  /// what is removed.
  case options(adding: [Option], removing: [Option] = [])
  /// The same import with another name of a column.
  case naming(column: String, String)
  /// The same import without what is said of a column.
  case leavingOut(column: String)
  /// The same import, with so many decimals of the measure that a column holds.
  case decimals(Int, column: String)
  /// The same import of what a command writes, which names the file: `xz --decompress --stdout x`.
  case piping(String)
  /// The same import of what a command makes of the bytes of the file: `tr -d '\000'`.
  case filtering(String)
  /// The same import of another file.
  case another(String)
  /// A command, and the same import with options that it makes possible.
  case after(String, [Option], removing: [Option] = [])
  /// A command, and the same import of the file or folder that it makes.
  case making(String, path: String)
  /// The same import of a workbook that LibreOffice has read and saved.
  case saving
  /// The lines of the file, to be looked at.
  case showing([Int])
  /// The first lines of the file.
  case showingBeginning
  /// A line that is no import.
  case line(String)

  /// The same import with one option more.
  package static func adding(_ name: String, _ value: String? = nil) -> ImportRemedy {
    .options(adding: [Option(name, value)])
  }

  /// The same import without an option.
  package static func removing(_ name: String, _ value: String? = nil) -> ImportRemedy {
    .options(adding: [], removing: [Option(name, value)])
  }

  /// The same import with another value of an option.
  package static func replacing(_ name: String, _ value: String, by other: String) -> ImportRemedy {
    .options(adding: [Option(name, other)], removing: [Option(name, value)])
  }
}
