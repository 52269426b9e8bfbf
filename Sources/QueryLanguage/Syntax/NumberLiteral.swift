/// A number as typed: `740000`, `740,000`, `740k`, `1.2m`, `50%`.
package struct NumberLiteral: Equatable, Sendable {
  /// The digits without the decimal point.
  package let digits: Int
  /// How many of the digits come after the decimal point.
  package let decimals: Int
  /// `k`, `m`, `b`, `%`, or none.
  package let suffix: Character?
  /// Whether the digits are written together, as in `2024`.
  package let isPlain: Bool
  /// How many digits were typed.
  package let length: Int

  /// The value, when it is a whole number of plain digits.
  package var plainInteger: Int? {
    isPlain && decimals == 0 && suffix == nil ? digits : nil
  }
}
