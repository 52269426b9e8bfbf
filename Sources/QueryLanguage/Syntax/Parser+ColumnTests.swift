import Catalog
import Diagnostics

extension Parser {
  /// `removals > 300,000`; `nil` when a test of a dimension stands here.
  mutating func columnTest() throws(Diagnostic) -> ColumnTest? {
    guard !isDimensionTest, let (end, comparison) = comparisonAhead(), end > position,
      // Time stands outside of `where`, which is said where a dimension is read.
      lookAhead({ $0.timeUnit() })?.behind.position != end
    else { return nil }
    let start = position
    let name = columnName(to: end)
    let expression = expression(to: end)
    position = end + 1
    let isNegative = skip(.minus)
    expecting(.number)
    guard let token = current, case .number(let number) = token.kind else {
      throw .expected("a number", at: currentSpan, hint: "such as `300,000`")
    }
    advance()
    return ColumnTest(
      name: name,
      expression: expression,
      comparison: comparison,
      number: number,
      isNegative: isNegative,
      span: span(from: start)
    )
  }

  /// Whether a dimension stands here with values behind it: `citizenship in (…)`, `border = southwest`.
  private var isDimensionTest: Bool {
    guard let behind = lookAhead({ $0.name(.dimensions) })?.behind else { return false }
    switch behind.current?.kind {
    case .equals?, .notEquals?, .word("in")?, .word("not")?: return true
    default: return false
    }
  }

  /// Where the sign of the test that starts here stands.
  private func comparisonAhead() -> (index: Int, comparison: Comparison)? {
    var depth = 0
    for index in position..<tokens.count {
      switch tokens[index].kind {
      case .leftBracket: depth += 1
      case .rightBracket: depth -= 1
      case .pipe: return nil
      case .word(let word) where depth == 0 && (word == "and" || word == "or"): return nil
      case let kind:
        if depth == 0, let comparison = Comparison(kind) { return (index, comparison) }
      }
      if depth < 0 { return nil }
    }
    return nil
  }

  private func expression(to end: Int) -> Query.Expression? {
    var ahead = self
    guard let expression = try? ahead.expression(), ahead.position == end else { return nil }
    return expression
  }

  /// What stands left of the sign, without quotes.
  private func columnName(to end: Int) -> String {
    if end == position + 1, case .quoted(let text) = tokens[position].kind { return text }
    let range = tokens[position].range.lowerBound..<tokens[end - 1].range.upperBound
    return text(SourceSpan(range))
  }
}

extension Comparison {
  fileprivate init?(_ kind: Token.Kind) {
    switch kind {
    case .equals: self = .equal
    case .notEquals: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    default: return nil
    }
  }
}
