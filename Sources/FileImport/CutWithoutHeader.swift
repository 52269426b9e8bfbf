import Catalog
import Diagnostics

/// A sheet or a file in which no header has the columns that options name.
struct CutWithoutHeader: Error, CustomStringConvertible {
  let place: String
  let names: [String]
  /// What its first row holds.
  let seen: [String]

  private var wanted: String { names.map { "`\($0)`" }.joined(by: ", ") }

  var description: String { mistake.description }

  var mistake: ImportMistake {
    let first = seen.prefix(12).map(\.onOneLine).joined(by: ", ")
    let slip = names.lazy.compactMap { name in
      seen.contains(name) ? nil : closestMatch(to: name, among: seen).map { (name, $0) }
    }.first
    return ImportMistake(
      "\(place): no row has the columns \(wanted); the first row has \(first)",
      hint: "--header 2 reads a header of two rows, --skip 3 leaves out three rows before it",
      try: [slip.map { .naming(column: $0.0, $0.1) } ?? .adding("--header", "2")]
    )
  }

  /// The same for a workbook of which no sheet has them.
  func inNone(of sheets: [String], _ path: String) -> ImportMistake {
    ImportMistake(
      "\(path): no sheet has a row with the columns \(wanted)",
      hint: "--sheet names one: \(sheets.map(\.asShellWordOfSheet).joined(by: ", "))",
      try: sheets.prefix(3).map { .adding("--sheet", $0) }
    )
  }
}

extension String {
  fileprivate var asShellWordOfSheet: String { "`\(self)`" }
}
