private import CMachine

/// Sums by the values of several columns: a hash table from packed numbers to figures.
///
/// Rows with equal keys are added up as they come, so that the cube grows with the combinations
/// that occur and not with the rows.
package final class Cube {
  enum Flaw: Error {
    /// The sum of a figure, by its number, leaves 64 bits.
    case tooLarge(Int)
    /// The values of all columns together take more than 128 bits.
    case tooManyValues
  }

  let keyCount: Int
  let figureCount: Int
  package var count = 0
  var packing: KeyPacking
  /// The data of each combination, adjacent so that they share cache lines: two words of key, bits
  /// of ``CellMark`` (a byte a sum), and the sums.
  var words: UnsafeMutablePointer<UInt64>
  let stride: Int
  let firstSum: Int
  var capacity: Int
  /// The number of a combination, counted from 1; 0 in an empty place.
  var slots: UnsafeMutablePointer<UInt32>
  var mask: Int
  private var places: UnsafeMutablePointer<KeyPacking.Place>

  /// Bytes per combination, including its share of the hash table.
  static func bytes(figures: Int) -> Int { (2 + (figures + 7) / 8 + figures) * 8 + 16 }

  /// `widths`: the initial bits of each column; they grow with the numbers.
  convenience init(widths: [Int], figures: Int, capacity: Int = 1 << 12) {
    guard let packing = KeyPacking(widths: widths) else {
      preconditionFailure("a cube begins with \(widths.reduce(0, +)) bits")
    }
    self.init(packing: packing, figures: figures, capacity: capacity)
  }

  /// `capacity`: a power of two.
  init(packing: KeyPacking, figures: Int, capacity: Int) {
    keyCount = packing.places.count
    figureCount = figures
    self.packing = packing
    self.capacity = capacity
    firstSum = 2 + (figures + 7) / 8
    stride = firstSum + figures
    words = UnsafeMutablePointer.resized(nil, to: capacity * stride)
    mask = capacity * 2 - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    places = .allocate(capacity: max(1, packing.places.count))
    setPlaces()
  }

  deinit {
    words.giveBack()
    slots.deallocate()
    places.deallocate()
  }

  /// Prefetches what adding to some keys will read: a cube is larger than the cache, and waiting
  /// for many reads at once takes as long as for one.
  @inline(__always)
  func touch(_ rows: Int, _ keys: UnsafePointer<UInt64>, _ scratch: UnsafeMutablePointer<UInt64>) {
    for row in 0..<rows {
      let index = Int(truncatingIfNeeded: Self.hash(keys[row * 2], keys[row * 2 + 1])) & mask
      scratch[row] = UInt64(slots[index])
    }
    for row in 0..<rows where scratch[row] != 0 {
      scratch[row] = words[(Int(scratch[row]) - 1) * stride]
    }
  }

  /// Packs numbers into a key; `nil` where they do not fit the current widths.
  @inline(__always)
  func packed(_ codes: UnsafePointer<UInt32>) -> (high: UInt64, low: UInt64)? {
    let (high, low, over) = pack(codes)
    return over ? nil : (high, low)
  }

  /// Adds figures to the sums of a combination.
  @inline(__always)
  func add(
    _ codes: UnsafePointer<UInt32>,
    _ figures: UnsafePointer<Int64>,
    _ marks: UnsafePointer<UInt8>
  ) throws(Flaw) {
    var (high, low, over) = pack(codes)
    if over {
      try widen(for: codes)
      (high, low, over) = pack(codes)
    }
    try add(high: high, low: low, figures, marks)
  }

  /// The same for a key that is already packed.
  @inline(__always)
  func add(
    high: UInt64,
    low: UInt64,
    _ figures: UnsafePointer<Int64>,
    _ marks: UnsafePointer<UInt8>
  ) throws(Flaw) {
    let (slot, entry) = find(high, low)
    if entry >= 0 { return try add(figures, marks, to: entry) }
    append(high, low, figures, marks)
    take(slot)
  }

  /// The combination with a key and its place in the hash table; -1 and an empty place where no
  /// combination has the key.
  @inline(__always)
  func find(_ high: UInt64, _ low: UInt64) -> (slot: Int, entry: Int) {
    var index = Int(truncatingIfNeeded: Self.hash(high, low)) & mask
    while slots[index] != 0 {
      let entry = Int(slots[index]) - 1
      let own = words + entry * stride
      if own[0] == high, own[1] == low { return (index, entry) }
      index = (index + 1) & mask
    }
    return (index, -1)
  }

  /// Gives an empty place of the hash table to the last combination.
  @inline(__always)
  func take(_ slot: Int) {
    slots[slot] = UInt32(count)
    if count * 2 > mask { enlarge() }
  }

  /// The two words of a combination's key.
  @inline(__always)
  func key(of entry: Int) -> UnsafeMutablePointer<UInt64> { words + entry * stride }

  /// Begins to bring a combination into the cache.
  @inline(__always)
  func prefetch(_ entry: Int) { tally_prefetch(words + entry * stride) }

  @inline(__always)
  func sums(of entry: Int) -> UnsafeMutablePointer<Int64> {
    UnsafeMutableRawPointer(words + entry * stride + firstSum).assumingMemoryBound(to: Int64.self)
  }

  /// Bits of ``CellMark``, a byte a sum.
  @inline(__always)
  func marks(of entry: Int) -> UnsafeMutablePointer<UInt8> {
    UnsafeMutableRawPointer(words + entry * stride + 2).assumingMemoryBound(to: UInt8.self)
  }

  /// The number of a column in a combination.
  @inline(__always)
  package func code(_ column: Int, of entry: Int) -> UInt32 {
    let place = places[column]
    return UInt32(truncatingIfNeeded: key(of: entry)[place.word] >> place.shift & place.mask)
  }

  /// Combinations in the order of their numbers, the first column first.
  func sorted() -> [UInt32] {
    (0..<UInt32(count)).sorted { a, b in
      let (a, b) = (key(of: Int(a)), key(of: Int(b)))
      return a[0] != b[0] ? a[0] < b[0] : a[1] < b[1]
    }
  }

  @inline(__always)
  private func pack(_ codes: UnsafePointer<UInt32>) -> (high: UInt64, low: UInt64, over: Bool) {
    var (high, low, over): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for column in 0..<keyCount {
      let place = places[column]
      let code = UInt64(codes[column])
      over |= code & ~place.mask
      if place.word == 0 { high |= code << place.shift } else { low |= code << place.shift }
    }
    return (high, low, over != 0)
  }

  @inline(__always)
  static func hash(_ high: UInt64, _ low: UInt64) -> UInt64 {
    let a = (high ^ (high >> 32)) &* 0x9e37_79b9_7f4a_7c15
    let b = (a ^ low ^ (a >> 29)) &* 0xbf58_476d_1ce4_e5b9
    return b ^ (b >> 32)
  }

  @inline(__always)
  private func add(
    _ figures: UnsafePointer<Int64>,
    _ marks: UnsafePointer<UInt8>,
    to entry: Int
  ) throws(Flaw) {
    let (sums, known) = (sums(of: entry), self.marks(of: entry))
    for figure in 0..<figureCount {
      let (sum, isTooLarge) = sums[figure].addingReportingOverflow(figures[figure])
      guard !isTooLarge else { throw .tooLarge(figure) }
      if known[figure] & CellMark.several == 0, sums[figure] == figures[figure] {
        known[figure] |= CellMark.alike
      }
      sums[figure] = sum
      known[figure] |= marks[figure] | CellMark.several
    }
  }

  // MARK: Width of keys

  /// Widens columns for numbers that no longer fit, with some bits to spare.
  private func widen(for codes: UnsafePointer<UInt32>) throws(Flaw) {
    let widths = packing.widths
    let needed = (0..<keyCount).map { column in
      max(widths[column], KeyPacking.width(of: Int(codes[column]) + 1))
    }
    let generous = zip(needed, widths).map { $0 == $1 ? $0 : $0 + 1 }
    guard let packing = KeyPacking(widths: generous) ?? KeyPacking(widths: needed) else {
      throw .tooManyValues
    }
    let old = self.packing.places
    self.packing = packing
    setPlaces()
    var moved = [UInt32](repeating: 0, count: keyCount)
    for entry in 0..<count {
      for (column, place) in old.enumerated() {
        let bits = key(of: entry)[place.word] >> place.shift & place.mask
        moved[column] = UInt32(truncatingIfNeeded: bits)
      }
      let key = key(of: entry)
      (key[0], key[1]) = moved.withUnsafeBufferPointer { buffer in
        guard let codes = buffer.baseAddress else { return (0, 0) }
        let (high, low, _) = pack(codes)
        return (high, low)
      }
    }
    fillSlots()
  }

  private func setPlaces() {
    for (index, place) in packing.places.enumerated() {
      (places + index).initialize(to: place)
    }
  }
}
