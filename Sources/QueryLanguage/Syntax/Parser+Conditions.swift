import Catalog
package import Diagnostics

extension Parser {
  /// What follows `where`: tests joined by `and`, `or`, `not` and brackets.
  package mutating func condition() throws(Diagnostic) -> ConditionTree {
    let first = try conjunction()
    var parts = [first]
    while skip(word: "or") { parts.append(try conjunction()) }
    return parts.count == 1 ? first : .either(parts)
  }

  private mutating func conjunction() throws(Diagnostic) -> ConditionTree {
    let first = try test()
    var parts = [first]
    while skip(word: "and") { parts.append(try test()) }
    return parts.count == 1 ? first : .all(parts)
  }

  private mutating func test() throws(Diagnostic) -> ConditionTree {
    let start = position
    try enter()
    defer { depth -= 1 }
    if skip(word: "not") {
      let inner = try test()
      return .not(inner, span(from: start))
    }
    if let test = try columnTest() {
      try countCondition(at: test.span)
      return .comparison(test)
    }
    if skip(.leftBracket) {
      let inner = try condition()
      guard skip(.rightBracket) else { throw .expected("`)`", at: currentSpan) }
      return inner
    }
    let dimension = try dimension()
    try countCondition(at: dimension.span)
    return try comparison(of: dimension)
  }

  private mutating func comparison(of dimension: Name) throws(Diagnostic) -> ConditionTree {
    let isNegated = current?.word == "not" && peekWord(1) == "in"
    if isNegated { advance() }
    if skip(word: "in") {
      let values = try values(of: dimension)
      return .test(dimension: dimension, isExcluded: isNegated, values: values, isList: true)
    }
    expecting(.word("="))
    expecting(.word("!="))
    if skip(.equals) {
      let value = try value(of: dimension)
      return .test(dimension: dimension, isExcluded: false, values: [value], isList: false)
    }
    if skip(.notEquals) {
      let value = try value(of: dimension)
      return .test(dimension: dimension, isExcluded: true, values: [value], isList: false)
    }
    throw .expected("`=`, `!=` or `in (…)`", at: currentSpan)
  }

  /// `(value, value)`
  private mutating func values(of dimension: Name) throws(Diagnostic) -> [Name] {
    guard skip(.leftBracket) else { throw .expected("`(` and a list of values", at: currentSpan) }
    let values = try list { parser throws(Diagnostic) in try parser.value(of: dimension) }
    guard skip(.rightBracket) else { throw .expected("`)`", at: currentSpan) }
    return values
  }

  /// The name of a dimension; `expectation` lists all that is allowed there.
  package mutating func dimension(
    or expectation: Expected = .dimension
  ) throws(Diagnostic) -> Name {
    expecting(expectation)
    if let name = name(.dimensions) { return name }
    guard let token = current else { throw .expectedDimension(at: endSpan) }
    switch token.kind {
    case .word(let word) where TimeUnit(word: word) != nil: throw .timeInCondition(at: token.span)
    case .word, .quoted:
      let unknown = unknownName()
      throw .unknown(
        "dimension",
        unknown,
        near: nearest(to: unknown, kinds: .dimensions)
      )
    default: throw .expectedDimension(at: token.span)
    }
  }

  /// The name of a value, of a group of values, or a phrase that means one.
  package mutating func value(of dimension: Name? = nil) throws(Diagnostic) -> Name {
    expecting(.value(of: dimension?.matches.first?.target))
    if let name = name(.values) { return name }
    guard let token = current else {
      throw .expected("a value", at: endSpan, hint: exampleOfValue(of: dimension))
    }
    switch token.kind {
    case .word(let word) where Keywords.needsQuotes(word):
      throw peek(-1)?.kind == .comma && Clauses.clause(startingWith: word) != nil
        ? .commaBeforeClause(word, at: previousSpan)
        : .keywordAsValue(
          text(token.span),
          at: token.span,
          hint: meantByKeyword(word, dimension) ?? exampleOfValue(of: dimension)
        )
    case .word, .quoted:
      let unknown = unknownName()
      throw .unknown(
        "value",
        unknown,
        near: nearest(to: unknown, kinds: .values)
      )
    default: throw .expected("a value", at: token.span, hint: exampleOfValue(of: dimension))
    }
  }
}

extension Parser {
  /// The values that a word of the language is a short name of, by their whole names: `IN`.
  private func meantByKeyword(_ word: String, _ dimension: Name?) -> String? {
    let known = dimension?.matches.first?.target
    let members = catalog.matches(key: Spelling.key(of: word))
      .filter { $0.kind == .member }.compactMap { catalog.member($0.target) }
      .filter { known == nil || $0.dimension == known }
    return members.isEmpty ? nil : alternatives(members.map(\.name))
  }

  /// What a value looks like: the first of its dimension, or a country.
  private func exampleOfValue(of dimension: Name?) -> String? {
    guard let dimension else { return "such as `venezuela` or `southwest`" }
    let members = dimension.matches.first.map { catalog.members(of: $0.target) } ?? []
    return members.first { $0.rest == .none }.map { "such as `\($0.name)`" }
  }
}

extension Diagnostic {
  fileprivate static func expectedDimension(at span: SourceSpan) -> Diagnostic {
    expected("a dimension", at: span, hint: "such as `citizenship`; `help dimensions` lists them")
  }

  package static func expected(
    _ what: String,
    at span: SourceSpan,
    hint: String? = nil
  ) -> Diagnostic {
    Diagnostic("expected", kind: .notLanguage, "expected \(what) here", at: span, hint: hint)
  }

  /// A name that the catalog does not have.
  package static func unknown(_ kind: String, _ name: Name, near: [String]) -> Diagnostic {
    Diagnostic(
      "unknown-\(kind)",
      kind: near.isEmpty ? .notLanguage : .misspelled,
      "no \(kind) is called `\(name.text)`",
      at: name.span,
      hint: near.isEmpty
        ? (kind == "dimension" ? "`help dimensions` lists them" : nil) : alternatives(near)
    )
  }

  fileprivate static func timeInCondition(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "time-in-condition",
      "time goes outside of `where`",
      at: span,
      hint: "as in `in fy2024`, `since 2010`"
    )
  }

  fileprivate static func commaBeforeClause(_ word: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "comma-before-clause",
      kind: .notLanguage,
      "expected another value after the comma; `\(word)` begins a clause",
      at: span,
      hint: "drop the comma"
    )
  }

  fileprivate static func keywordAsValue(
    _ word: String,
    at span: SourceSpan,
    hint: String?
  ) -> Diagnostic {
    Diagnostic(
      "keyword-as-value",
      kind: .notLanguage,
      "expected a value here, and `\(word)` is a word of the language",
      at: span,
      hint: hint
    )
  }
}
