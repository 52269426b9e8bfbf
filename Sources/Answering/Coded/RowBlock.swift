import Results

extension Int {
  /// How many bits distinguish this many things.
  var bitsOfIndex: Int { self <= 1 ? 0 : Int.bitWidth - (self - 1).leadingZeroBitCount }
}

/// Some rows, sorted by the places of their values.
final class RowBlock {
  let places: PackedPlaces
  private let columns: Range<Int>
  private var order: [UInt64] = []
  /// The numbers of the other columns, row by row, as raw bits.
  private var bits: [UInt64] = []
  private var kinds: [Kind] = []
  /// The index in `order` of the current row; -1 before the first.
  private var position = -1
  /// The current row: the places of its values, and the index of its first number.
  private var packed: UInt64 = 0
  private var start = 0

  private enum Kind: UInt8 { case null, integer, real }

  /// `columns` are those that hold no key.
  init(_ places: PackedPlaces, columns: Range<Int>) {
    self.places = places
    self.columns = columns
  }

  var columnCount: Int { columns.count }

  func removeAll() {
    order.removeAll(keepingCapacity: true)
    bits.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
    position = -1
  }

  func append(_ row: some RawRow, at packed: UInt64) {
    order.append(packed | UInt64(order.count))
    for column in columns {
      switch row.number(at: column) {
      case nil: append(0, .null)
      case .integer(let number): append(UInt64(bitPattern: Int64(number)), .integer)
      case .real(let number): append(number.bitPattern, .real)
      }
    }
  }

  private func append(_ own: UInt64, _ kind: Kind) {
    bits.append(own)
    kinds.append(kind)
  }

  func sort() { order.sort() }

  /// Moves to the next row; `false` when there is none.
  func advance() -> Bool {
    position += 1
    guard position < order.count else { return false }
    packed = order[position]
    start = places.row(in: packed) * columns.count - columns.lowerBound
    return true
  }

  // MARK: The row at hand

  func place(of key: Int) -> Int { places.place(of: key, in: packed) }

  /// Whether there is a number that can be written down: neither missing nor beyond what numbers
  /// can hold.
  func isWritable(at column: Int) -> Bool {
    switch kinds[start + column] {
    case .null: false
    case .integer: true
    case .real: Double(bitPattern: bits[start + column]).isFinite
    }
  }

  func integer(at column: Int) -> Int { Int(Int64(bitPattern: bits[start + column])) }

  func number(at column: Int) -> Number? {
    switch kinds[start + column] {
    case .null: nil
    case .integer: .integer(integer(at: column))
    case .real: .real(Double(bitPattern: bits[start + column]))
    }
  }
}
