package import QueryLanguage

/// What a writer may have done to a figure to get the number stated.
package enum Slip: Sendable {
  /// The last digits are left out.
  case cut
  /// It is rounded to fewer digits than it shows.
  case rounded
  /// Two digits have changed places.
  case swapped
}

extension Slip {
  /// The slip by which a figure becomes a number stated; `nil` where none of them does.
  ///
  /// `figure` is without its sign, in the unit of the number: a percentage in percent.
  package init?(from figure: Fraction, to amount: Amount) {
    let stated = Fraction(amount.value)
    let unit = Fraction(amount.lastDigit)
    guard let steps = figure.magnitude / unit else { return nil }
    if steps.truncated.map({ Fraction($0) * unit }) == stated.magnitude {
      self = .cut
    } else if (steps + Fraction(1, over: 2)).truncated.map({ Fraction($0) * unit })
      == stated.magnitude
    {
      self = .rounded
    } else if Self.isSwapped(stated.magnitude, figure.magnitude) {
      self = .swapped
    } else {
      return nil
    }
  }

  private static func isSwapped(_ a: Fraction, _ b: Fraction) -> Bool {
    guard let a = a.wholeNumber, let b = b.wholeNumber else { return false }
    let (own, other) = (Array(String(a).utf8), Array(String(b).utf8))
    guard own.count == other.count, own.count >= 3 else { return false }
    let places = own.indices.filter { own[$0] != other[$0] }
    guard places.count == 2 else { return false }
    return own[places[0]] == other[places[1]] && own[places[1]] == other[places[0]]
  }
}
