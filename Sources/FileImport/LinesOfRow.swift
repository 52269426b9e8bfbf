import Importing
import Workbooks

/// The first lines of a file that are added up to one row of a table. The file is read once more,
/// which only a refusal is worth.
struct LinesOfRow {
  private(set) var found: [Int] = []

  /// The most that are named.
  private static let most = 3

  init(_ table: TableInMaking, _ cells: CellsWithoutSum) {
    let (piece, target) = (table.piece, table.table.target)
    let (reading, counted) = (piece.reading, piece.counted)
    // What each key must hold: the texts that mean the value, or the period.
    var wanted: [Int: Set<String>] = [:]
    for (dimension, place) in zip(target.dimensions, cells.places) {
      let texts = counted.texts[dimension.key].indices.filter {
        dimension.places[$0].map(Int.init) == place
      }
      wanted[dimension.key] = Set(texts.map { counted.texts[dimension.key][$0] })
    }
    let times = reading.timeKeys
    let numbers = times.map { key in
      Dictionary(counted.texts[key].enumerated().map { ($1, UInt32($0)) }) { first, _ in first }
    }
    var (isHeader, found) = (true, [Int]())
    try? RowsOfText(piece.file, piece.header.layout).read { row in
      defer { isHeader = false }
      guard !isHeader else { return true }
      func text(_ key: Int) -> String { row.text(inColumn: counted.shape.column(ofKey: key)) }
      guard wanted.allSatisfy({ $1.contains(text($0)) }) else { return true }
      let codes = zip(times, numbers).compactMap { $1[text($0)] }
      guard codes.count == times.count, piece.periods.code(codes) == cells.period else {
        return true
      }
      found.append(piece.file.line(of: row.number))
      return found.count < Self.most
    }
    self.found = found
  }
}
