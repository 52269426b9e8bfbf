import Catalog
import Diagnostics
import Importing

/// One row of a catalog or document file, its cells found by the name of their column.
struct SeedRow {
  let path: String
  let line: Int
  let columns: [String]
  let cells: [String]

  subscript(_ column: String) -> String { cells[index(of: column)] }

  func error(_ column: String, _ message: String, hint: String? = nil) -> FileMistake {
    FileMistake(
      path,
      line: line,
      column: .init(name: column, number: index(of: column) + 1),
      message,
      hint: hint
    )
  }

  private func index(of column: String) -> Int {
    guard let index = columns.firstIndex(of: column) else {
      preconditionFailure("\(path) is read without a column \(column)")
    }
    return index
  }
}

extension SeedRow {
  /// Every row of a file, whose header must be exactly these columns.
  static func all(in path: String, columns: [String]) throws -> [SeedRow] {
    var reader = CSVReader(try FileBytes(reading: path))
    _ = try reader.readHeader(columns, of: path)
    var rows: [SeedRow] = []
    while try reader.nextRow(of: path, columns: columns) {
      let cells = reader.cells.indices.map { reader.text(at: $0) }
      rows.append(SeedRow(path: path, line: reader.line, columns: columns, cells: cells))
    }
    return rows
  }
}

extension SeedRow {
  func required(_ column: String) throws -> String {
    let text = self[column]
    guard !text.isEmpty else { throw error(column, "must not be empty") }
    return text
  }

  /// One of a closed set of words.
  func word(_ column: String, of known: [String]) throws -> String {
    let text = self[column]
    guard known.contains(text) else {
      throw error(
        column,
        "`\(text)` is not one of " + known.joined(separator: ", "),
        hint: nearestHint(to: text, among: known)
      )
    }
    return text
  }

  /// The items of a list, which are separated by `; `.
  func list(_ column: String) throws -> [String] {
    let text = self[column]
    guard !text.isEmpty else { return [] }
    let items = text.separated(by: "; ")
    guard items.allSatisfy({ !$0.isEmpty }) else {
      throw error(column, "an empty item in the list")
    }
    return items
  }

  /// A list without repeats; a repeat is an error.
  func set(_ column: String) throws -> [String] {
    let items = try list(column)
    var seen: Set<String> = []
    for item in items where !seen.insert(item).inserted {
      throw error(column, "`\(item)` is twice in the list")
    }
    return items
  }

  func wholeNumber(_ column: String, in range: ClosedRange<Int>) throws -> Int {
    let text = self[column]
    let isPlain = text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    guard isPlain, let number = Int(text), range.contains(number) else {
      throw error(
        column,
        "`\(text)` is not a whole number from \(range.lowerBound) to \(range.upperBound)"
      )
    }
    return number
  }

  /// A plain number or nothing.
  func checkNumber(_ column: String) throws {
    var text = self[column]
    guard !text.isEmpty else { return }
    let isPlain = text.withUTF8 { (try? FigureCell.plainValue(.init($0), decimals: 9)) != nil }
    guard isPlain else { throw error(column, "`\(text)` is not a plain number") }
  }

  /// A day, a month or a year, as far as it is known; may be empty unless required.
  func date(_ column: String, required: Bool = false) throws -> String {
    let text = self[column]
    if text.isEmpty && !required { return text }
    guard Period(date: text) != nil else {
      throw error(column, "`\(text)` is not a date (2024-05-12, 2024-05 or 2024)")
    }
    return text
  }
}

extension String {
  /// The parts between the separators; one part when there is none.
  func separated(by separator: String) -> [String] {
    let text = Array(utf8)
    let mark = Array(separator.utf8)
    var parts: [String] = []
    var start = 0
    var index = 0
    while index + mark.count <= text.count {
      if text[index..<index + mark.count].elementsEqual(mark) {
        parts.append(String(decoding: text[start..<index], as: UTF8.self))
        index += mark.count
        start = index
      } else {
        index += 1
      }
    }
    parts.append(String(decoding: text[start...], as: UTF8.self))
    return parts
  }
}
