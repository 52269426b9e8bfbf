import Diagnostics

/// A counted row in terms of the table.
final class TargetRow {
  private let table: TargetTable
  let places: UnsafeMutablePointer<UInt32>
  let figures: UnsafeMutablePointer<Int64>
  let marks: UnsafeMutablePointer<UInt8>

  init(_ table: TargetTable) {
    self.table = table
    places = .allocate(capacity: max(1, table.dimensions.count))
    figures = .allocate(capacity: max(1, table.figures.count))
    marks = .allocate(capacity: max(1, table.figures.count))
  }

  deinit {
    places.deallocate()
    figures.deallocate()
    marks.deallocate()
  }

  /// Whether the row belongs to the table.
  func fill(
    _ codes: UnsafePointer<UInt32>,
    _ sums: UnsafePointer<Int64>,
    _ marks: UnsafePointer<UInt8>
  ) throws -> Bool {
    for filter in table.filters where !filter.keeps[Int(codes[filter.key])] { return false }
    for (index, dimension) in table.dimensions.enumerated() {
      let code = Int(codes[dimension.key])
      guard let place = dimension.places[code] else {
        throw MisplacedValue(key: dimension.key, text: code)
      }
      (places + index).initialize(to: place)
    }
    for (index, figure) in table.figures.enumerated() {
      (figures + index).initialize(to: sums[figure])
      (self.marks + index).initialize(to: marks[figure])
    }
    return true
  }

  /// Rounds sums to the decimals that are kept, halves away from zero: once, after adding up.
  func round(_ cube: Cube) {
    for (index, decimals) in table.decimals.enumerated() where decimals > 0 {
      let unit = FigureCell.guardUnit(decimals)
      for entry in 0..<cube.count {
        let sums = cube.sums(of: entry)
        let (whole, rest) = sums[index].quotientAndRemainder(dividingBy: unit)
        if rest != 0 || cube.marks(of: entry)[index] & CellMark.cut != 0 {
          cube.marks(of: entry)[index] |= CellMark.rounded
        }
        sums[index] = whole + (rest.magnitude * 2 >= unit.magnitude ? rest.signum() : 0)
      }
    }
  }
}
