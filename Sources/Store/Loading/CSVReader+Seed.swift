import Diagnostics

extension CSVReader {
  /// Reads the first row, which must be exactly these columns; some last ones may be left out.
  ///
  /// Returns the columns that are there.
  mutating func readHeader(
    _ expected: [String],
    optional: [String] = [],
    of path: String
  ) throws -> [String] {
    guard try nextRow(of: path, columns: expected) else {
      throw FileMistake(
        path,
        line: 1,
        "the file is empty; expected the header `\(joined(expected))`"
      )
    }
    let allowed = expected + optional
    let found = cells.indices.map { text(at: $0) }
    for (index, name) in found.enumerated() {
      let column = FileMistake.NamedColumn(name: name, number: index + 1)
      guard index < allowed.count else {
        throw FileMistake(path, line: 1, column: column, "one column too many in the header")
      }
      guard name != allowed[index] else { continue }
      throw FileMistake(
        path,
        line: 1,
        column: column,
        "expected `\(allowed[index])` as column \(index + 1) of the header",
        hint: nearestHint(to: name, among: allowed)
      )
    }
    if found.count < expected.count {
      throw FileMistake(
        path,
        line: 1,
        column: FileMistake.NamedColumn(name: expected[found.count], number: found.count + 1),
        "missing in the header"
      )
    }
    return found
  }

  /// Moves to the next row, which must have a cell for each column when there is a header already.
  mutating func nextRow(of path: String, columns: [String]) throws -> Bool {
    do throws(Mistake) {
      guard try next() else { return false }
    } catch {
      let isNamed = error.cell < columns.count && line > 1
      throw FileMistake(
        path,
        line: error.line,
        column: isNamed ? .init(name: columns[error.cell], number: error.cell + 1) : nil,
        error.flaw
      )
    }
    guard line == 1 || cells.count == columns.count else {
      let isEmpty = cells.count == 1 && cells[0].range.isEmpty
      guard !isEmpty else { throw FileMistake(path, line: line, "an empty line") }
      throw FileMistake(path, line: line, .cells(cells.count, header: columns.count))
    }
    return true
  }
}

private func joined(_ columns: [String]) -> String {
  columns.joined(separator: ",")
}
