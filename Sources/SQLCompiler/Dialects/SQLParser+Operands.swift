/// What an expression is made of.
extension SQLParser {
  mutating func primary() -> SQLOperand {
    let start = position
    guard position < tokens.count else {
      require(false)
      return SQLOperand(range: start..<start, kind: .value)
    }
    switch tokens[position].kind {
    case .number(let isWhole):
      position += 1
      return SQLOperand(
        range: start..<position,
        kind: isWhole ? .wholeNumber : .value,
        isLiteral: true
      )
    case .text:
      position += 1
      return SQLOperand(range: start..<position, kind: .value)
    case .name: return column()
    case .sign: return bracketed()
    case .word(let word):
      position += 1
      switch word {
      case "NULL": return SQLOperand(range: start..<position, kind: .null)
      case "CASE": return cases(from: start)
      case "CAST": return cast(from: start)
      default: return call(word, from: start)
      }
    }
  }

  /// A column, by its table or alone. Of those that hold whole numbers the program divides only
  /// periods and counts.
  mutating func column() -> SQLOperand {
    let start = position
    name()
    while skip(sign: ".") { name() }
    let isWhole: Bool
    if tokens.indices.contains(position - 1), case .name(let last) = tokens[position - 1].kind {
      isWhole = ["period", "count", "line"].contains(last)
    } else {
      isWhole = false
    }
    return SQLOperand(range: start..<position, kind: isWhole ? .wholeNumber : .value)
  }

  mutating func bracketed() -> SQLOperand {
    let start = position
    guard skip(sign: "(") else {
      require(false)
      position += 1
      return SQLOperand(range: start..<position, kind: .value)
    }
    if isNext("SELECT") {
      query()
      expect(sign: ")")
      return SQLOperand(range: start..<position, kind: .value)
    }
    let own = expression()
    expect(sign: ")")
    return SQLOperand(range: start..<position, kind: own.kind)
  }

  /// What its cases give are values, also where all are tests.
  mutating func cases(from start: Int) -> SQLOperand {
    let hasOperand = !isNext("WHEN")
    if hasOperand { value() }
    var areWhole = true
    while skip("WHEN") {
      if hasOperand { value() } else { test() }
      expect("THEN")
      areWhole = result() && areWhole
    }
    if skip("ELSE") { areWhole = result() && areWhole }
    expect("END")
    return SQLOperand(range: start..<position, kind: areWhole ? .wholeNumber : .value)
  }

  mutating func result() -> Bool {
    let own = expression()
    asValue(own)
    return own.kind == .wholeNumber
  }

  mutating func cast(from start: Int) -> SQLOperand {
    expect(sign: "(")
    value()
    expect("AS")
    let isWhole = isNext("INTEGER")
    position += 1
    expect(sign: ")")
    return SQLOperand(
      range: start..<position,
      kind: isWhole ? .wholeNumber : .value
    )
  }

  mutating func call(_ function: String, from start: Int) -> SQLOperand {
    let known = dialect.function(function.lowercased())
    if known != function.lowercased() { edits.instead[start] = known }
    expect(sign: "(")
    skip("DISTINCT")
    if !skip(sign: "*"), !isNext(sign: ")") { repeat { value() } while skip(sign: ",") }
    expect(sign: ")")
    if skip("FILTER") {
      expect(sign: "(")
      expect("WHERE")
      test()
      expect(sign: ")")
    }
    if skip("OVER") { window() }
    let isCount = ["COUNT", "ROW_NUMBER", "RANK"].contains(function)
    return SQLOperand(range: start..<position, kind: isCount ? .wholeNumber : .value)
  }

  mutating func window() {
    expect(sign: "(")
    if skip("PARTITION") {
      expect("BY")
      repeat { value() } while skip(sign: ",")
    }
    if skip("ORDER") { order() }
    // The rows of the window are said in words that all take.
    while position < tokens.count, !isNext(sign: ")") { position += 1 }
    expect(sign: ")")
  }
}
