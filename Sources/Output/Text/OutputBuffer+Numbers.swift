import Catalog

/// Numbers and periods as written for other programs, without allocating a string for each.
extension OutputBuffer {
  mutating func append(decimal number: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = digits.count
      var rest = number.magnitude
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      if number < 0 {
        start -= 1
        digits[start] = UInt8(ascii: "-")
      }
      append(UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// The shortest decimal of a finite number that reads back as the same number: `0.1`,
  /// `1234567.5`, `1e+300`.
  ///
  /// A whole number stays whole: `5`, not `5.0`.
  mutating func append(decimal number: Double) {
    if number.magnitude < 1e15, Double(Int(number)) == number {
      append(decimal: Int(number))
    } else {
      let text = number.description
      append(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
  }

  /// As ``Period/exported``.
  mutating func append(exported period: Period) {
    let code = period.code
    switch period.unit {
    case .fiscalYear, .calendarYear:
      append(decimal: code)
    case .quarter:
      append("FY")
      append(decimal: code / 10)
      append(" Q")
      append(decimal: code % 10)
    case .month:
      append(decimal: code / 100)
      append(dashed: code % 100)
    case .day:
      append(decimal: code / 10_000)
      append(dashed: code / 100 % 100)
      append(dashed: code % 100)
    }
  }

  /// `-05`.
  private mutating func append(dashed number: Int) {
    append(UInt8(ascii: "-"))
    if number < 10 { append(UInt8(ascii: "0")) }
    append(decimal: number)
  }
}
