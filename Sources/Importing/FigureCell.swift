/// A figure as publishers write it: `1208`, `1,208`, `1208.0`, `-3`, `147.04832875399998`.
enum FigureCell {
  enum Flaw: Error {
    case notANumber
    /// A number that is not whole, for things that are counted.
    case notWhole
    case tooLarge
  }

  /// The number of extra decimals with which figures are added up, so that rounding comes last.
  static let guardDecimals = 8

  /// Reads a number as a whole number of its smallest parts. Further decimals are cut off; for
  /// counts they must be zeros.
  @inline(__always)
  static func value(
    _ text: UnsafePointer<UInt8>,
    _ length: Int,
    decimals: Int
  ) throws(Flaw) -> Int64 {
    // Most cells are a few digits.
    if length > 0, length < 18 {
      var value: Int64 = 0
      var index = 0
      while index < length {
        let digit = text[index] &- 0x30
        guard digit < 10 else { break }
        value = value &* 10 &+ Int64(digit)
        index += 1
      }
      if index == length, decimals == 0 { return value }
    }
    return try slowValue(text, length, decimals)
  }

  private static func slowValue(
    _ text: UnsafePointer<UInt8>,
    _ length: Int,
    _ decimals: Int
  ) throws(Flaw) -> Int64 {
    var index = 0
    let isNegative = length > 0 && text[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    var digits: [UInt8] = []
    var sinceComma = -1
    while index < length, !isEndOfWhole(text[index]) {
      defer { index += 1 }
      if text[index] == UInt8(ascii: ",") {
        // Groups of three, after one to three digits.
        guard sinceComma == 3 || sinceComma == -1 && (1...3).contains(digits.count) else {
          throw .notANumber
        }
        sinceComma = 0
        continue
      }
      digits.append(try digit(text[index]))
      if sinceComma >= 0 { sinceComma += 1 }
    }
    guard !digits.isEmpty, sinceComma == -1 || sinceComma == 3 else { throw .notANumber }
    var point = digits.count
    if index < length, text[index] == UInt8(ascii: ".") {
      index += 1
      let start = digits.count
      while index < length, text[index] | 0x20 != UInt8(ascii: "e") {
        digits.append(try digit(text[index]))
        index += 1
      }
      guard digits.count > start else { throw .notANumber }
    }
    if index < length { point += try exponent(text, index, length) }
    let value = try value(of: digits, point: point, decimals)
    return isNegative ? -value : value
  }

  private static func isEndOfWhole(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
  }

  /// The exponent after `e`, as programs write small and large numbers: `4.4e-05`.
  private static func exponent(
    _ text: UnsafePointer<UInt8>,
    _ start: Int,
    _ length: Int
  ) throws(Flaw) -> Int {
    var index = start + 1
    let isNegative = index < length && text[index] == UInt8(ascii: "-")
    if index < length, isNegative || text[index] == UInt8(ascii: "+") { index += 1 }
    guard index < length, length - index <= 3 else { throw .notANumber }
    var exponent = 0
    while index < length {
      exponent = exponent * 10 + Int(try digit(text[index]))
      index += 1
    }
    return isNegative ? -exponent : exponent
  }

  /// Digits with a point somewhere before, among or after them, as a whole number of the smallest
  /// parts.
  private static func value(
    of digits: [UInt8],
    point: Int,
    _ decimals: Int
  ) throws(Flaw) -> Int64 {
    var value: Int64 = 0
    for place in 0..<max(0, point + decimals) {
      value = try appending(digits.indices.contains(place) ? digits[place] : 0, to: value)
      if value == 0, place >= digits.count { break }
    }
    let rest = digits.dropFirst(max(0, point + decimals))
    guard decimals > 0 || point + decimals >= 0 && rest.allSatisfy({ $0 == 0 }) else {
      throw .notWhole
    }
    return value
  }

  private static func digit(_ byte: UInt8) throws(Flaw) -> UInt8 {
    let digit = byte &- 0x30
    guard digit < 10 else { throw .notANumber }
    return digit
  }

  private static func appending(_ digit: UInt8, to value: Int64) throws(Flaw) -> Int64 {
    let (tens, over) = value.multipliedReportingOverflow(by: 10)
    let (sum, overToo) = tens.addingReportingOverflow(Int64(digit))
    guard !over && !overToo else { throw .tooLarge }
    return sum
  }
}
