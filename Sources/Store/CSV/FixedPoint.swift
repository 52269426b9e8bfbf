/// A number in plain digits, held exactly as a whole number of its smallest parts: `12.5` with two
/// decimals is 1250.
package enum FixedPoint {
  /// Why a text is not a number that can be held exactly.
  package enum Flaw: Error, Equatable {
    case notPlain
    case tooManyDecimals
    case tooLarge
  }

  /// Reads `123`, `-4` or `5.25`: digits, at most one minus and one point with digits on both
  /// sides.
  package static func value(
    of text: UnsafeRawBufferPointer,
    decimals: Int
  ) throws(Flaw) -> Int64 {
    var index = 0
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative { index = 1 }
    var value: Int64 = 0
    var digits = 0
    var fraction: Int?
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == UInt8(ascii: ".") && fraction == nil && digits > 0 {
        fraction = 0
        continue
      }
      guard byte >= 0x30 && byte <= 0x39 else { throw .notPlain }
      digits += 1
      fraction = fraction.map { $0 + 1 }
      value = try appending(Int64(byte - 0x30), to: value)
    }
    guard digits > 0, fraction != 0 else { throw .notPlain }
    guard fraction ?? 0 <= decimals else { throw .tooManyDecimals }
    for _ in (fraction ?? 0)..<decimals { value = try appending(0, to: value) }
    return isNegative ? -value : value
  }

  private static func appending(_ digit: Int64, to value: Int64) throws(Flaw) -> Int64 {
    let (tens, over) = value.multipliedReportingOverflow(by: 10)
    let (sum, overToo) = tens.addingReportingOverflow(digit)
    guard !over && !overToo else { throw .tooLarge }
    return sum
  }
}
