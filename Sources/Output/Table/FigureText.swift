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

  /// A number as published; a computed one rounded for the eye, to two decimals, or below 1 to three
  /// digits.
  ///
  /// - Parameter minimum: decimals that are written even when they are 0, for a calm column.
  init(_ number: Double, minimum: Int) {
    var decimal = ShortestDecimal(number)
    guard decimal.isPlain else {
      whole = number.description
      return
    }
    let decimals = max(minimum, decimal.shownDecimals)
    decimal.round(toDecimals: decimals)
    whole = grouped(decimal.whole, isNegative: number < 0 && !decimal.isZero)
    fraction = decimals > 0 ? decimal.fraction(decimals) : ""
  }

  /// Decimals that all numbers of a column show, when one of them needs them.
  static func commonDecimals(of cells: [Cell]) -> Int {
    let most = 3
    var decimals = 0
    for case .number(.real(let number), _) in cells where number.isFinite {
      let decimal = ShortestDecimal(number)
      // A very small number shows more for itself, and does not make the others longer.
      if decimal.isPlain, decimal.shownDecimals <= most {
        decimals = max(decimals, decimal.shownDecimals)
      }
      if decimals >= most { return most }
    }
    return decimals
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
