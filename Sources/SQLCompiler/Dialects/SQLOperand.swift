/// A part of a statement that has a value, and of which kind that is.
struct SQLOperand {
  enum Kind {
    /// Whether something is so.
    case test
    /// A number without a fraction, as far as can be seen.
    case wholeNumber
    /// Anything else.
    case value
    case null
  }

  /// Its tokens.
  let range: Range<Int>
  let kind: Kind

  /// Whether it is one number, as written.
  var isLiteral = false
}
