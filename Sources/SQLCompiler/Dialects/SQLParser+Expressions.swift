/// Expressions, from what binds least to what binds most. Where SQLite lets a test be a number and
/// a number a test, it is made one.
extension SQLParser {
  /// An expression that is a number or a text.
  mutating func value() {
    let own = expression()
    asValue(own)
  }

  /// An expression that makes a column, whose type must be known even if it is empty.
  mutating func typedValue() {
    let own = expression()
    guard own.kind == .null else { return asValue(own) }
    edits.surround(own.range, "CAST(", " AS BIGINT)")
  }

  /// An expression that is true or not.
  mutating func test() {
    let own = expression()
    asTest(own)
  }

  mutating func asValue(_ own: SQLOperand) {
    if own.kind == .test { edits.surround(own.range, "CAST(", " AS INTEGER)") }
  }

  mutating func asTest(_ own: SQLOperand) {
    if own.kind != .test { edits.surround(own.range, "((", ") <> 0)") }
  }

  mutating func expression() -> SQLOperand {
    joined(by: "OR") { $0.joined(by: "AND") { $0.negation() } }
  }

  private mutating func joined(
    by word: String,
    _ next: (inout SQLParser) -> SQLOperand
  ) -> SQLOperand {
    let first = next(&self)
    guard isNext(word) else { return first }
    asTest(first)
    while skip(word) {
      let other = next(&self)
      asTest(other)
    }
    return SQLOperand(range: first.range.lowerBound..<position, kind: .test)
  }

  private mutating func negation() -> SQLOperand {
    let start = position
    guard skip("NOT") else { return comparison() }
    let own = negation()
    asTest(own)
    return SQLOperand(range: start..<position, kind: .test)
  }

  private mutating func comparison() -> SQLOperand {
    let first = bits()
    let start = first.range.lowerBound
    if skip("IS") {
      skip("NOT")
      expect("NULL")
      asValue(first)
      return SQLOperand(range: start..<position, kind: .test)
    }
    let isNegated = skip("NOT")
    if skip("IN") {
      asValue(first)
      expect(sign: "(")
      list()
      expect(sign: ")")
      return SQLOperand(range: start..<position, kind: .test)
    }
    if skip("BETWEEN") {
      asValue(first)
      asValue(bits())
      expect("AND")
      asValue(bits())
      return SQLOperand(range: start..<position, kind: .test)
    }
    require(!isNegated || isNext("LIKE"))
    let isCompared = skip("LIKE") || ["=", "<>", "<", "<=", ">", ">="].contains { skip(sign: $0) }
    guard isCompared else { return first }
    asValue(first)
    asValue(bits())
    return SQLOperand(range: start..<position, kind: .test)
  }

  /// What follows `IN (`; that nothing is in nothing is said by a query, since a list may not be
  /// empty elsewhere.
  mutating func list() {
    if isNext(sign: ")") {
      edits.append("SELECT 1 WHERE 1 = 0", after: position - 1)
    } else if isNext("SELECT") {
      query()
    } else {
      repeat { value() } while skip(sign: ",")
    }
  }

  private mutating func bits() -> SQLOperand {
    operation([">>", "<<", "&", "|"]) { $0.operation(["+", "-"]) { $0.products() } }
  }

  /// Operands of one rank: a whole number if all are.
  private mutating func operation(
    _ signs: [String],
    _ next: (inout SQLParser) -> SQLOperand
  ) -> SQLOperand {
    let first = next(&self)
    var kind = first.kind
    var isAlone = true
    while signs.contains(where: { skip(sign: $0) }) {
      if isAlone { asValue(first) }
      isAlone = false
      let other = next(&self)
      asValue(other)
      kind = Self.kind(kind, other.kind)
    }
    guard !isAlone else { return first }
    return SQLOperand(range: first.range.lowerBound..<position, kind: kind)
  }

  private static func kind(_ one: SQLOperand.Kind, _ other: SQLOperand.Kind) -> SQLOperand.Kind {
    let areWhole = [one, other].allSatisfy { $0 == .wholeNumber || $0 == .test }
    return areWhole ? .wholeNumber : .value
  }

  private mutating func products() -> SQLOperand {
    let first = texts()
    var kind = first.kind
    var isAlone = true
    while let sign = ["*", "/", "%"].first(where: { isNext(sign: $0) }) {
      let place = position
      position += 1
      if isAlone { asValue(first) }
      isAlone = false
      let other = texts()
      asValue(other)
      let result = Self.kind(kind, other.kind)
      if sign == "/", result == .wholeNumber { edits.instead[place] = dialect.wholeDivision }
      // Here, what is divided by zero is empty.
      let isSafe = other.isLiteral || tokens[other.range.lowerBound].kind == .word("NULLIF")
      if sign != "*", !isSafe { edits.surround(other.range, "nullif(", ", 0)") }
      kind = result
    }
    guard !isAlone else { return first }
    return SQLOperand(range: first.range.lowerBound..<position, kind: kind)
  }

  private mutating func texts() -> SQLOperand { operation(["||"]) { $0.factor() } }

  private mutating func factor() -> SQLOperand {
    let start = position
    guard skip(sign: "-") else { return primary() }
    let own = factor()
    return SQLOperand(range: start..<position, kind: own.kind, isLiteral: own.isLiteral)
  }

}
