import Results

/// A figure as it is read, in the parts that line up: `≈`, `1,234`, `.50`.
struct FigureText {
  var whole: String
  /// `.50`, or empty.
  var fraction = ""
}

extension FigureText {
  init(_ number: Int) {
    whole = grouped(String(number.magnitude), isNegative: number < 0)
  }

  /// A number as published, with the decimals it was published with and no more; a computed one
  /// rounded for the eye, to two decimals, or below 1 to three digits.
  init(_ number: Double) {
    var decimal = ShortestDecimal(number)
    guard decimal.isPlain else {
      whole = number.description
      return
    }
    let decimals = decimal.shownDecimals
    decimal.round(toDecimals: decimals)
    whole = grouped(decimal.whole, isNegative: number < 0 && !decimal.isZero)
    fraction = decimals > 0 ? decimal.fraction(decimals) : ""
  }
}

/// `1234567` → `1,234,567`.
private func grouped(_ digits: String, isNegative: Bool) -> String {
  let count = digits.utf8.count
  guard count > 3 || isNegative else { return digits }
  return String(unsafeUninitializedCapacity: 1 + count + count / 3) { bytes in
    var end = 0
    func write(_ byte: UInt8) {
      bytes[end] = byte
      end += 1
    }
    if isNegative { write(UInt8(ascii: "-")) }
    for (index, digit) in digits.utf8.enumerated() {
      if index > 0, (count - index).isMultiple(of: 3) { write(UInt8(ascii: ",")) }
      write(digit)
    }
    return end
  }
}
