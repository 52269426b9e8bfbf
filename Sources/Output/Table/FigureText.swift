import Results

/// A figure as shown, in the parts that are aligned: `≈`, `1,234`, `.50`.
struct FigureText {
  var whole: String
  /// `.50`, or empty.
  var fraction = ""
}

extension FigureText {
  init(_ number: Int) {
    whole = grouped(number)
  }

  /// A number as published, with exactly the decimals it was published with; a computed number is
  /// rounded for reading, to two decimals, or below 1 to three digits.
  ///
  /// `places` are decimals that are shown at least, where the number has them.
  init(_ number: Double, places: Int = 0) {
    var decimal = ShortestDecimal(number)
    guard decimal.isPlain else {
      whole = number.description
      return
    }
    let decimals = max(decimal.shownDecimals, min(places, decimal.decimals))
    decimal.round(toDecimals: decimals)
    whole = grouped(decimal.whole, isNegative: number < 0 && !decimal.isZero)
    fraction = decimals > 0 ? decimal.fraction(decimals) : ""
  }
}
