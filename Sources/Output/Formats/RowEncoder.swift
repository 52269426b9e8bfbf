package import Results

/// A format in which a row is its cells one behind the other, each written whatever the others are: so what a value
/// becomes can be written once and copied from then on.
package protocol CellwiseFormat: OutputFormat {
  /// Writes what stands between two rows.
  func separateRows(into output: inout OutputBuffer)
  /// Writes what stands before the cell of a column in its row.
  func open(_ column: Int, into output: inout OutputBuffer)
  func write(_ cell: Cell, of column: Int, into output: inout OutputBuffer)
  /// Writes what stands behind the last cell.
  func endRow(into output: inout OutputBuffer)
}

/// Writes the rows of a long answer out of pieces that were written before: only figures are new in each row.
package struct RowEncoder {
  private let separator: [UInt8]
  private let ending: [UInt8]
  private let keys: [EncodedValues]
  /// What stands before each figure.
  private let openings: [[UInt8]]

  /// `row` has the values of the keys.
  package init(_ format: some CellwiseFormat, _ row: some PlacedRow) {
    separator = Self.written { format.separateRows(into: &$0) }
    ending = Self.written { format.endRow(into: &$0) }
    keys = (0..<row.keyCount).map { key in
      EncodedValues(count: row.placeCount(of: key)) { place, output in
        format.open(key, into: &output)
        format.write(row.cell(of: key, at: place), of: key, into: &output)
      }
    }
    openings = (0..<row.figureCount).map { figure in
      Self.written { format.open(row.keyCount + figure, into: &$0) }
    }
  }

  /// Writes a row that is not the first, and in which no figure is missing.
  package func write(_ row: some PlacedRow, into output: inout OutputBuffer) {
    output.append(separator)
    for key in keys.indices { keys[key].write(row.place(of: key), into: &output) }
    for figure in openings.indices {
      output.append(openings[figure])
      switch row.figure(figure) {
      case .integer(let number)?: output.append(decimal: number)
      case .real(let number)?: output.append(decimal: number)
      case nil: break
      }
    }
    output.append(ending)
  }

  private static func written(_ write: (inout OutputBuffer) -> Void) -> [UInt8] {
    var output = OutputBuffer()
    write(&output)
    return output.bytes
  }
}

/// What the values of one key become, by their places.
private struct EncodedValues {
  private let bytes: [UInt8]
  /// Where each begins, and at last where all end.
  private let bounds: [Int]

  init(count: Int, _ write: (Int, inout OutputBuffer) -> Void) {
    var output = OutputBuffer()
    var bounds = [0]
    bounds.reserveCapacity(count + 1)
    for place in 0..<count {
      write(place, &output)
      bounds.append(output.bytes.count)
    }
    bytes = output.bytes
    self.bounds = bounds
  }

  func write(_ place: Int, into output: inout OutputBuffer) {
    bytes.withUnsafeBufferPointer {
      output.append(UnsafeBufferPointer(rebasing: $0[bounds[place]..<bounds[place + 1]]))
    }
  }
}
