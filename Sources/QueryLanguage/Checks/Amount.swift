package import Diagnostics

/// A number as stated.
package struct Amount: Sendable {
  /// As written, without its percent sign; of a part of a whole, its numerator.
  package let literal: NumberLiteral
  package let isNegative: Bool
  /// What it counts.
  package let scale: Scale
  /// The part that words name: `half`, `two thirds`, `1 in 17`; `nil` for digits.
  package let part: Part?
  /// Whether one word says the multiple, which means that or more: `twice`, `triple`.
  package let isWordOfMultiple: Bool
  /// The unit named after it, as typed: `events` in `300 events`.
  package let unitName: String?
  /// The number itself; for `18%`, 18, and for `half`, 50.
  package let value: Ratio
  package let span: SourceSpan

  /// What a stated number counts.
  package enum Scale: Sendable {
    /// Units of the figure: `740,000`.
    case units
    /// `-18%`, `18 percent`, `half`
    case percent
    /// Points of a percentage: `5 points`.
    case points
    /// Multiples of another figure: `2.5 times`, `tenfold`.
    case times
  }

  /// In percent: `-18%`, `18 percent`, `half`.
  package var isPercent: Bool { scale == .percent }

  /// Whether a part of a unit is stated: `1.2m`, `50.5%`.
  package var isDecimal: Bool { literal.decimals > 0 }

  /// Whether it is abbreviated with `k`, `m` or `b`: nobody who says 1.7m means exactly 1,700,000.
  package var isShortened: Bool { literal.suffix != nil }

  /// One unit of the last place that is written: for `50.5` a tenth, for `740k` a thousand.
  package var lastPlace: Ratio {
    let factor = Int(literal.factor)
    let denominator = (0..<literal.decimals).reduce(1) { power, _ in power * 10 }
    return Ratio(factor, over: denominator)
  }

  /// One unit of the last digit that is stated. Zeros at the end of a plain whole number only hold
  /// places, as in `900` and `740,000`; after a decimal point, before `k` and `m`, and in a
  /// percentage they are stated.
  package var lastDigit: Ratio {
    scale == .percent || scale == .points ? lastPlace : lastDigitNotZero
  }

  /// The same where zeros at the end of a percentage only hold places too: `nearly 90%`.
  package var lastDigitNotZero: Ratio {
    guard literal.decimals == 0, literal.suffix == nil, literal.digits > 0 else {
      return lastPlace
    }
    var unit = 1
    while literal.digits % (unit * 10) == 0 { unit *= 10 }
    return Ratio(unit)
  }

  /// How many digits are stated, without zeros at either end.
  package var statedDigits: Int {
    var digits = literal.digits
    while literal.decimals == 0, digits > 0, digits.isMultiple(of: 10) { digits /= 10 }
    return digits == 0 ? 1 : String(digits).count
  }

  /// As written in a statement.
  package var spelling: String {
    let number = part?.spelling ?? (isNegative ? "-" : "") + literal.spelling
    let counted =
      switch scale {
      case .percent: part == nil ? "%" : ""
      case .points: " points"
      case .times: " times"
      case .units: ""
      }
    if isWordOfMultiple { return literal.digits == 2 ? "twice" : "thrice" }
    return number + counted + (unitName.map { " \($0)" } ?? "")
  }
}

// MARK: Parsing

extension Amount {
  /// Reads `740,000`, `740k`, `-18%`, `18 percent`, `half`, `two thirds` or `1 in 17`, with
  /// `points`, `times` or a unit after a number.
  init(from parser: inout Parser) throws(Diagnostic) {
    let start = parser.position
    if let part = Part.parse(from: &parser) {
      self.init(part, at: parser.span(from: start))
    } else if let factor = parser.multipleWord() {
      self.init(factor, at: parser.span(from: start))
    } else {
      try self.init(digits: &parser)
    }
  }

  /// Reads digits, with what they count.
  private init(digits parser: inout Parser) throws(Diagnostic) {
    let start = parser.position
    isNegative = parser.skip(.minus)
    if !isNegative { parser.skip(.plus) }
    parser.expecting(.number)
    guard let token = parser.current, case .number(let literal) = token.kind else {
      throw .expected(
        "a number",
        at: parser.currentSpan,
        hint: "such as `740,000`, `740k`, `-18%` or `a third`"
      )
    }
    parser.advance()
    let large = literal.suffix == nil ? parser.largeNumberWord() : nil
    scale = literal.suffix == "%" ? .percent : parser.scaleWord() ?? .units
    let isPercent = scale == .percent
    self.literal = NumberLiteral(
      digits: literal.digits,
      decimals: literal.decimals,
      suffix: isPercent ? nil : large ?? literal.suffix,
      isPlain: literal.isPlain,
      length: literal.length
    )
    part = nil
    isWordOfMultiple = false
    unitName = scale == .units ? parser.unitName() : nil
    span = parser.span(from: start)
    guard let value = self.literal.ratio else {
      throw Diagnostic("too-large", "the number is too large to count with", at: span)
    }
    self.value = isNegative ? value.negated : value
  }

  private init(_ part: Part, at span: SourceSpan) {
    self.part = part
    self.span = span
    isWordOfMultiple = false
    literal = NumberLiteral(whole: part.numerator)
    isNegative = false
    scale = .percent
    unitName = nil
    value = Ratio(100 * part.numerator, over: part.denominator)
  }

  private init(_ multiple: MultipleWord, at span: SourceSpan) {
    let factor = multiple.factor
    self.span = span
    isWordOfMultiple = multiple.isAlone
    literal = NumberLiteral(whole: factor)
    isNegative = false
    scale = .times
    part = nil
    unitName = nil
    value = Ratio(factor)
  }
}

extension NumberLiteral {
  fileprivate init(whole number: Int) {
    self.init(
      digits: number,
      decimals: 0,
      suffix: nil,
      isPlain: true,
      length: String(number).count
    )
  }
}

/// A multiple in one word: `twice`, which has a meaning of its own, or `tenfold`, which is ten
/// times.
private struct MultipleWord {
  let factor: Int
  let isAlone: Bool
}

extension Parser {
  /// Whether a number, a minus before one, or a part in words comes some places after the current
  /// token.
  func hasAmount(_ distance: Int) -> Bool {
    switch peek(distance)?.kind {
    case .number?: true
    case .minus?: hasAmount(distance + 1)
    case .word?:
      lookAhead { ahead in
        ahead.position += distance
        return Amount.Part.parse(from: &ahead) != nil || ahead.multipleWord() != nil ? true : nil
      } != nil
    default: false
    }
  }

  /// Consumes `percent`, `points`, `times`, `x` or `-fold`, which are not suggested.
  fileprivate mutating func scaleWord() -> Amount.Scale? {
    if current?.kind == .minus, peekWord(1) == "fold" {
      position += 2
      return .times
    }
    let scale: Amount.Scale? =
      switch current?.word {
      case "percent": peekWord(1) == "points" ? .points : .percent
      case "percentage" where peekWord(1) == "points": .points
      case "points": .points
      case "times", "x", "×": .times
      default: nil
      }
    guard let scale else { return nil }
    if scale == .points, current?.word != "points" { advance() }
    advance()
    return scale
  }

  private static let multiples = ["twice": 2, "double": 2, "thrice": 3, "triple": 3]

  /// Consumes `twice`, `triple`, `threefold`, `tenfold`.
  fileprivate mutating func multipleWord() -> MultipleWord? {
    guard let word = current?.word else { return nil }
    if let factor = Self.multiples[word] {
      advance()
      return MultipleWord(factor: factor, isAlone: true)
    }
    guard word.hasSuffix("fold"), let factor = NumberWords.number(String(word.dropLast(4))) else {
      return nil
    }
    advance()
    return MultipleWord(factor: factor, isAlone: false)
  }
}
