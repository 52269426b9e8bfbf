package import Diagnostics

/// A word, number, sign or quoted name of a question.
package struct Token: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// Letters, digits and underscores, in lower case: `removals`, `fy2024`, `2a`.
    case word(String)
    case number(NumberLiteral)
    /// What stands between double quotes.
    case quoted(String)
    case comma, leftBracket, rightBracket
    case plus, minus, star, slash
    case equals, notEquals, less, lessOrEqual, greater, greaterOrEqual
    case pipe
    /// `..` between two periods.
    case dots
    /// A sign that the language does not know.
    case unknown(Character)
  }

  package let kind: Kind
  package let range: Range<Int>

  package var span: SourceSpan { SourceSpan(range) }

  /// The word, when it is one.
  package var word: String? {
    if case .word(let word) = kind { word } else { nil }
  }
}

/// A number as typed: `740000`, `740,000`, `740k`, `1.2m`, `50%`.
package struct NumberLiteral: Equatable, Sendable {
  /// The digits without the decimal point.
  package let digits: Int
  /// How many of the digits stand after the decimal point.
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
