import Results

/// A figure as it is read, in the parts that line up: `≈`, `1,234`, `.50`.
struct FigureText {
  var whole: String
  /// `.50`, or empty.
  var fraction = ""
}

extension FigureText {
  init(_ number: Int) {
    whole = grouped(number)
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
