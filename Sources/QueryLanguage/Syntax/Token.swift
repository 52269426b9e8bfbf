package import Diagnostics

/// A word, number, sign or quoted name of a question.
package struct Token: Equatable, Sendable {
  /// What a token is, with its content where it has any.
  package enum Kind: Equatable, Sendable {
    /// Letters, digits and underscores, in lower case: `removals`, `fy2024`, `2a`.
    case word(String)
    case number(NumberLiteral)
    /// What is between double quotes.
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
  /// UTF-8 offsets in the question.
  package let range: Range<Int>

  package var span: SourceSpan { SourceSpan(range) }

  /// The word, when it is one.
  package var word: String? {
    if case .word(let word) = kind { word } else { nil }
  }
}
