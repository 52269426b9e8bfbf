import Catalog
import Diagnostics

extension Parser {
  /// `removals > 300,000`; `nil` when a test of a dimension comes next.
  mutating func columnTest() throws(Diagnostic) -> ColumnTest? {
    guard !isDimensionTest, let subject = expressionBeforeSign() ?? wordsBeforeSign() else {
      return nil
    }
    let start = position
    let name = columnName(to: subject.end)
    position = subject.end + 1
    let isNegative = skip(.minus)
    expecting(.number)
    guard let token = current, case .number(let number) = token.kind else {
      throw .expected("a number", at: currentSpan, hint: "such as `300,000`")
    }
    advance()
    return ColumnTest(
      name: name,
      expression: subject.expression,
      comparison: subject.comparison,
      number: number,
      isNegative: isNegative,
      span: span(from: start)
    )
  }

  /// Whether a dimension with values comes next: `citizenship in (…)`, `border = southwest`. Time
  /// does not belong in `where`; that is reported where a dimension is read.
  private var isDimensionTest: Bool {
    let after =
      lookAhead({ $0.name(.dimensions) })?.after ?? lookAhead({ $0.timeUnit() })?.after
    switch after?.current?.kind {
    case .equals?, .notEquals?, .word("in")?, .word("not")?: return true
    default: return false
    }
  }

  /// What is left of the sign of a test, and the place of the sign.
  private typealias Subject = (end: Int, comparison: Comparison, expression: Query.Expression?)

  private func expressionBeforeSign() -> Subject? {
    var ahead = self
    guard let expression = try? ahead.expression(),
      let comparison = ahead.current.flatMap({ Comparison($0.kind) })
    else { return nil }
    return (ahead.position, comparison, expression)
  }

  /// The name of a column, which only the answer knows: words followed by a sign.
  private func wordsBeforeSign() -> Subject? {
    for index in position..<tokens.count {
      switch tokens[index].kind {
      case .word(let word) where index == position || !Keywords.contains(word): continue
      case .number, .quoted, .unknown("%"): continue
      case let kind:
        guard index > position, let comparison = Comparison(kind) else { return nil }
        return (index, comparison, nil)
      }
    }
    return nil
  }

  /// What is left of the sign, without quotes.
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
