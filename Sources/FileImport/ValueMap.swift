import Catalog
import Diagnostics
import Importing
import Store

/// The meanings of texts of a file, read from another file: a CSV with the columns `column`,
/// `value`, `meaning`.
struct ValueMap {
  private struct Entry {
    let column: String
    let value: String
    let meaning: String
    let line: Int
  }

  private let path: String
  private let entries: [Entry]

  /// The meaning of a text that is to become a new value.
  private static let new = "new"

  init() { (path, entries) = ("", []) }

  init(reading path: String) throws {
    self.path = path
    var reader = CSVReader(try FileBytes(reading: path), lineEnds: .any)
    let expected = ["column", "value", "meaning"]
    var entries: [Entry] = []
    do {
      guard try reader.next(), reader.cells.indices.map({ reader.text(at: $0) }) == expected else {
        throw FileMistake(
          path,
          line: 1,
          "expected the header `\(expected.joined(by: ","))`",
          try: [.line("head \(path.asShellWord)")]
        )
      }
      while try reader.next() {
        guard reader.cells.count == expected.count else {
          throw FileMistake(
            path,
            line: reader.line,
            "expected three cells",
            try: [Self.showing(reader.line, of: path)]
          )
        }
        let cells = reader.cells.indices.map { reader.text(at: $0) }
        entries.append(
          Entry(column: cells[0], value: cells[1], meaning: cells[2], line: reader.line)
        )
      }
    } catch let mistake as CSVReader.Mistake {
      throw FileMistake(path, line: mistake.line, mistake.flaw)
        .adding(Self.showing(mistake.line, of: path))
    }
    self.entries = entries
  }

  private static func showing(_ line: Int, of path: String) -> ImportRemedy {
    .line("sed -n '\(line)p' \(path.asShellWord)")
  }

  /// Every column that it names must be one of the file.
  func check(against columns: [String]) throws {
    for entry in entries where !columns.contains(entry.column) {
      throw FileMistake(
        path,
        line: entry.line,
        "the file has no column `\(entry.column)`",
        hint: closestMatch(to: entry.column, among: columns).map { "nearest: \($0)" }
          ?? "columns are \(Array(columns.prefix(12)).joined(by: ", "))",
        try: mending(entry, entry.column, closestMatch(to: entry.column, among: columns))
      )
    }
  }

  /// Every meaning must be a value of a dimension of its column.
  func check(
    against reading: FileReading,
    _ catalog: any CatalogReader
  ) throws {
    for entry in entries where entry.meaning != Self.new {
      guard let column = reading.shape.columns.firstIndex(of: entry.column),
        case .key(let key) = reading.shape.roles[column],
        case .dimensions(let dimensions) = reading.keys[key]
      else {
        throw FileMistake(
          path,
          line: entry.line,
          "column `\(entry.column)` is not a dimension of the import",
          try: [Self.showing(entry.line, of: path)]
        )
      }
      guard KnownValues(catalog).find(entry.meaning, in: dimensions).members.count != 1 else {
        continue
      }
      let near = dimensions.flatMap { nearest(to: entry.meaning, of: $0, catalog) }
      throw FileMistake(
        path,
        line: entry.line,
        "no value is called `\(entry.meaning)`",
        hint: near.isEmpty ? nil : "nearest: " + near.joined(by: ", "),
        try: mending(entry, entry.meaning, near.first)
      )
    }
  }

  /// The same import with a map in which another word is in place of one; and the line of the map.
  private func mending(_ entry: Entry, _ word: String, _ other: String?) -> [ImportRemedy] {
    let show = Self.showing(entry.line, of: path)
    guard let other, !(word + other).contains(where: { "/&\\.*[]^$".contains($0) }) else {
      return [show]
    }
    let script = "\(entry.line)s/\(word)/\(other)/".asShellWord
    return [
      .after(
        "sed \(script) \(path.asShellWord) > mended.csv",
        [ImportRemedy.Option("--map", "mended.csv")],
        removing: [ImportRemedy.Option("--map", path)]
      ), show,
    ]
  }

  private func entry(for text: String, _ columns: [String]) -> Entry? {
    guard !entries.isEmpty else { return nil }
    return entries.first { $0.value == text && columns.contains($0.column) }
  }

  /// The value that a text of some columns means.
  func meaning(
    of text: String,
    in dimensions: [Int],
    _ columns: [String],
    _ catalog: any CatalogReader
  ) -> Int? {
    guard let entry = entry(for: text, columns), entry.meaning != Self.new else { return nil }
    let members = KnownValues(catalog).find(entry.meaning, in: dimensions).members
    return members.count == 1 ? members[0] : nil
  }

  /// Whether a text is to become a new value.
  func adds(_ text: String, _ columns: [String]) -> Bool {
    entry(for: text, columns)?.meaning == Self.new
  }

  /// The meanings to store for later files.
  func resolved(
    _ catalog: any CatalogReader,
    _ reading: FileReading
  ) -> [(text: String, dimension: Int, member: Int)] {
    entries.compactMap { entry in
      guard let column = reading.shape.columns.firstIndex(of: entry.column),
        case .key(let key) = reading.shape.roles[column],
        case .dimensions(let dimensions) = reading.keys[key],
        let member = meaning(of: entry.value, in: dimensions, [entry.column], catalog),
        let dimension = catalog.member(member)?.dimension
      else { return nil }
      return (entry.value, dimension, member)
    }
  }
}
