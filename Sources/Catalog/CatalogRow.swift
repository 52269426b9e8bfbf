/// A row of the catalog's tables. Columns are numbered in the order in which the type made from the
/// row lists them.
package protocol CatalogRow {
  func integer(at column: Int) -> Int
  /// Empty where the column is `NULL`.
  func text(at column: Int) -> String
  /// The text as it is stored; it is valid only as long as the row is current.
  func bytes(at column: Int) -> UnsafeBufferPointer<UInt8>
  /// The first byte of the text, 0 where there is none: enough to tell words from one another.
  func firstByte(at column: Int) -> UInt8
}

// A question reads some fifty rows of datasets: lists are read byte by byte, without making
// strings.
extension CatalogRow {
  /// The numbers of a list such as `3 7 12`.
  package func integers(at column: Int) -> [Int] {
    var numbers: [Int] = []
    var current = -1
    for byte in bytes(at: column) {
      if (0x30...0x39).contains(byte) {
        current = max(0, current) * 10 + Int(byte - 0x30)
      } else if current >= 0 {
        numbers.append(current)
        current = -1
      }
    }
    if current >= 0 { numbers.append(current) }
    return numbers
  }

  /// The pairs of a list such as `3=12 7=40`; the second number is 0 where it is left out, as in
  /// `3`.
  func pairs(at column: Int) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var pair = (0, 0)
    var isSecond = false
    for byte in bytes(at: column) {
      switch byte {
      case 0x30...0x39:
        let digit = Int(byte - 0x30)
        if isSecond { pair.1 = pair.1 * 10 + digit } else { pair.0 = pair.0 * 10 + digit }
      case UInt8(ascii: "="): isSecond = true
      default:
        pairs.append(pair)
        (pair, isSecond) = ((0, 0), false)
      }
    }
    if pair.0 > 0 { pairs.append(pair) }
    return pairs
  }

  /// The entries of a list such as `chnv; cbp_one`.
  func list(at column: Int) -> [String] {
    text(at: column).split(separator: ";").map { entry in
      let start = entry.drop { $0 == " " }
      return String(start)
    }
  }
}
