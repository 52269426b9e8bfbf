package import Results

/// Writes the rows of a long answer from pieces that were encoded before: only figures are new in
/// each row.
package final class RowEncoder {
  private let pieces: Pieces
  private let separator: Int
  private let ending: Int
  /// For each key, the piece of its first value.
  private let keys: [Int]
  /// What is before each figure.
  private let openings: [Int]

  /// `row` has the values of the keys.
  package init(_ format: some CellwiseFormat, _ row: some PlacedRow) {
    var pieces = PieceList()
    let cells = format.cells
    separator = pieces.add { $0.append(format.rowSeparator) }
    ending = pieces.add { output in
      cells.end(into: &output)
      output.append(format.rowEnding)
    }
    keys = (0..<row.keyCount).map { key in
      let first = pieces.count
      for place in 0..<row.placeCount(of: key) {
        _ = pieces.add { output in
          cells.open(key, into: &output)
          cells.write(row.cell(of: key, at: place), of: key, into: &output)
        }
      }
      return first
    }
    openings = (0..<row.figureCount).map { figure in
      pieces.add { cells.open(row.keyCount + figure, into: &$0) }
    }
    self.pieces = Pieces(pieces)
  }

  /// Writes a row that is not the first, and in which no figure is missing.
  package func write(_ row: some PlacedRow, into output: inout OutputBuffer) {
    pieces.write(separator, into: &output)
    for key in keys.indices { pieces.write(keys[key] + row.place(of: key), into: &output) }
    for figure in openings.indices {
      pieces.write(openings[figure], into: &output)
      switch row.figure(figure) {
      case .integer(let number)?: output.append(decimal: number)
      case .real(let number)?: output.append(decimal: number)
      case nil: break
      }
    }
    pieces.write(ending, into: &output)
  }
}

/// Pieces of text, one after the other.
private final class Pieces {
  /// Allocated by hand: it is copied from five times a row, and an array would be retained and
  /// released each time.
  private let text: UnsafeMutableBufferPointer<UInt8>
  /// The offset of each piece, followed by the end of the last.
  private let bounds: [Int]

  init(_ list: PieceList) {
    text = .allocate(capacity: list.text.bytes.count)
    _ = text.initialize(from: list.text.bytes)
    bounds = list.bounds
  }

  deinit { text.deallocate() }

  func write(_ piece: Int, into output: inout OutputBuffer) {
    output.append(UnsafeBufferPointer(rebasing: text[bounds[piece]..<bounds[piece + 1]]))
  }
}

/// Pieces while they are being written.
private struct PieceList {
  private(set) var text = OutputBuffer()
  private(set) var bounds = [0]

  var count: Int { bounds.count - 1 }

  /// Returns the number of the new piece.
  mutating func add(_ write: (inout OutputBuffer) -> Void) -> Int {
    write(&text)
    bounds.append(text.bytes.count)
    return count - 1
  }
}
