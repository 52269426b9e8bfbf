/// How the numbers of several columns are packed into one key of 128 bits, the first column in the
/// highest bits.
struct KeyPacking {
  struct Place {
    /// 0 the high word, 1 the low one.
    let word: Int
    let shift: UInt64
    let mask: UInt64
  }

  private(set) var places: [Place] = []

  /// `nil` where the widths, in bits, do not fit. A column never lies in both words.
  init?(widths: [Int]) {
    var (word, free) = (0, 64)
    for width in widths {
      if width > free { (word, free) = (word + 1, 64) }
      guard word < 2, width <= free else { return nil }
      free -= width
      let mask: UInt64 = width == 64 ? .max : 1 << UInt64(width) - 1
      places.append(Place(word: word, shift: UInt64(free) & 63, mask: mask))
    }
  }

  /// Bits that each column takes.
  var widths: [Int] { places.map { $0.mask.nonzeroBitCount } }

  /// A key in which only some columns are kept.
  func mask(keeping columns: [Int]) -> (high: UInt64, low: UInt64) {
    columns.reduce(into: (high: 0, low: 0)) { mask, column in
      let place = places[column]
      if place.word == 0 {
        mask.high |= place.mask << place.shift
      } else {
        mask.low |= place.mask << place.shift
      }
    }
  }

  /// The number of bits that numbers below a count take.
  static func width(of count: Int) -> Int {
    count <= 1 ? 1 : Int.bitWidth - (count - 1).leadingZeroBitCount
  }
}
