/// How the places of a row's values and the row's number share one number, whose order is that of
/// the rows.
struct PackedPlaces {
  private let shifts: [Int]
  private let masks: [UInt64]
  private let rowMask: UInt64

  /// Enough for 268 million rows at once, which take 4 GiB.
  private static let rowBits = 28

  /// `counts` are the numbers of places of the keys; `nil` where they do not fit.
  init?(counts: [Int]) {
    var shift = Self.rowBits
    rowMask = (1 << UInt64(shift)) &- 1
    var shifts: [Int] = []
    for count in counts.reversed() {
      shifts.append(shift)
      shift += count.bitsOfIndex
    }
    guard shift <= UInt64.bitWidth else { return nil }
    self.shifts = shifts.reversed()
    masks = counts.map { (1 << UInt64($0.bitsOfIndex)) &- 1 }
  }

  func packed(_ place: Int, of key: Int) -> UInt64 { UInt64(place) << UInt64(shifts[key]) }

  func place(of key: Int, in packed: UInt64) -> Int {
    Int((packed >> UInt64(shifts[key])) & masks[key])
  }

  func row(in packed: UInt64) -> Int { Int(packed & rowMask) }
}
