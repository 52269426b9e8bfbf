import Diagnostics

/// A column that an option names and the file does not have.
struct MissingColumn: Error, CustomStringConvertible {
  let path: String
  let name: String
  /// The columns that there are, and the same as a list for a message.
  let names: [String]
  let list: String

  var description: String { "\(mistake)" }

  var mistake: ImportMistake { mistake(perhaps: []) }

  /// With columns that may be meant, where none is called almost so.
  func mistake(perhaps others: [String]) -> ImportMistake {
    ImportMistake(
      "\(path): there is no column `\(name)`",
      hint: closestMatch(to: name, among: names).map { "nearest: \($0)" }
        ?? (name.contains(",")
          ? "each --by names one column, and one of several in it DIMENSION=COLUMN; columns are \(list)"
          : "columns are \(list)"),
      try: closestMatch(to: name, among: names).map { [.naming(column: name, $0)] }
        ?? (others.isEmpty
          ? [.showingBeginning] : others.prefix(2).map { .naming(column: name, $0) })
    )
  }
}
