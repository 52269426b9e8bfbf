import Diagnostics

/// A column that an option names and the file does not have.
struct MissingColumn: Error, CustomStringConvertible {
  let path: String
  let name: String
  /// The columns that there are, and the same as a list for a message.
  let names: [String]
  let list: String

  var description: String { "\(mistake(headerLine: nil))" }

  /// `headerLine`: the line that has all columns that are named, with the number of lines before
  /// it.
  func mistake(headerLine: (line: Int, before: Int)?) -> ImportMistake {
    let near = closestMatch(to: name, among: names).map { "nearest: \($0)" }
    let skip = headerLine.map {
      "line \($0.line) has the columns that are named: --skip \($0.before) leaves out the lines before it"
    }
    return ImportMistake(
      "\(path): there is no column `\(name)`",
      hint: skip ?? near ?? "columns are \(list)"
    )
  }
}
