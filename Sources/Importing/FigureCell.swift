/// A figure in a cell, held exactly as a whole number of its smallest parts: `12.5` with two
/// decimals is 1250.
package enum FigureCell {
  /// How a figure may be written.
  package enum Form {
    /// Digits, at most one minus and one point with digits on both sides: `123`, `-4`, `5.25`.
    case plain
    /// As publishers write them, too: `1,208`, `1208.0`, `4.4e-05`, `147.04832875399998`. Decimals
    /// beyond those that are held are told as cut; of things that are counted they must be zeros.
    case published
  }

  /// Why a text is not a figure that can be held.
  package enum Flaw: Error, Equatable {
    case notANumber
    /// More decimals than are held.
    case tooPrecise
    case tooLarge
    /// More decimals than are added up; the figure without them.
    case cut(Int64)
  }

  /// What is said where figures that fit make a sum that does not.
  package static let sumTooLarge = "the figures add up to more than 64 bits hold"

  /// The number of extra decimals with which figures are added up, so that rounding comes last:
  /// few for hundredths, so that billions of dollars have room, and up to eleven in all for smaller
  /// parts.
  static func guardDecimals(_ decimals: Int) -> Int { decimals <= 2 ? 4 : max(0, 11 - decimals) }

  /// How many of the smallest parts with extra decimals make one without.
  static func guardUnit(_ decimals: Int) -> Int64 {
    (0..<guardDecimals(decimals)).reduce(1) { unit, _ in unit * 10 }
  }

  /// Reads a number as a whole number of its smallest parts.
  @inline(__always)
  static func value(
    _ text: UnsafePointer<UInt8>,
    _ length: Int,
    decimals: Int,
    _ form: Form = .published
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
    return try slowValue(text, length, decimals, form)
  }

  /// The same for a cell that is written plainly.
  package static func plainValue(
    _ cell: UnsafeRawBufferPointer,
    decimals: Int
  ) throws(Flaw) -> Int64 {
    let bytes = cell.assumingMemoryBound(to: UInt8.self)
    guard let text = bytes.baseAddress else { throw .notANumber }
    return try value(text, bytes.count, decimals: decimals, .plain)
  }

  private static func slowValue(
    _ text: UnsafePointer<UInt8>,
    _ length: Int,
    _ decimals: Int,
    _ form: Form
  ) throws(Flaw) -> Int64 {
    var index = 0
    let isNegative = length > 0 && text[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    var digits: [UInt8] = []
    var sinceComma = -1
    while index < length, !isEndOfWhole(text[index]) {
      defer { index += 1 }
      if text[index] == UInt8(ascii: ","), form == .published {
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
    if index < length {
      guard form == .published else { throw .notANumber }
      point += try exponent(text, index, length)
    }
    let (value, isCut) = try value(of: digits, point: point, decimals, form)
    let signed = isNegative ? -value : value
    if isCut { throw .cut(signed) }
    return signed
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
  /// parts, and whether there are smaller ones.
  private static func value(
    of digits: [UInt8],
    point: Int,
    _ decimals: Int,
    _ form: Form
  ) throws(Flaw) -> (Int64, isCut: Bool) {
    let held = max(0, point + decimals)
    var value: Int64 = 0
    for place in 0..<held {
      value = try appending(digits.indices.contains(place) ? digits[place] : 0, to: value)
      if value == 0, place >= digits.count { break }
    }
    let rest = digits.dropFirst(held)
    let isHeld =
      switch form {
      case .plain: rest.isEmpty
      case .published: decimals > 0 || point >= 0 && rest.allSatisfy { $0 == 0 }
      }
    guard isHeld else { throw .tooPrecise }
    return (value, rest.contains { $0 != 0 })
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
