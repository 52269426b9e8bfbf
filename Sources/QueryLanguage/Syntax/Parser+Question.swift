package import Catalog
package import Diagnostics

extension Query {
  /// Reads a whole question. Without `suggesting`, a mistake does not tell what may be meant.
  package init(
    parsing source: String,
    catalog: any CatalogReader,
    definitions: [Definition] = [],
    suggesting: Bool = true
  ) throws(Diagnostic) {
    var parser = try Parser(
      source,
      catalog: catalog,
      definitions: definitions,
      suggests: suggesting
    )
    self = try parser.question()
    self.definitions = definitions
  }
}

extension Parser {
  package mutating func question() throws(Diagnostic) -> Query {
    var query = try questionWithoutFormat()
    query.delivery = try delivery()
    if isQuestionMark { advance() }
    guard isAtEnd else { throw leftOver(after: query) }
    return query
  }

  /// Columns and clauses, as far as they go.
  mutating func questionWithoutFormat() throws(Diagnostic) -> Query {
    if let habit = Habits.ofStatement(self) { throw habit }
    var query = Query(columns: try columns(), clauses: [])
    while let clause = try clause(after: query.clauses) {
      if let naming = clause as? AsClause {
        try naming.name(&query)
      } else {
        query.clauses.append(clause)
      }
    }
    return query
  }

  mutating func columns() throws(Diagnostic) -> [Query.Column] {
    var count = 0
    return try list { parser throws(Diagnostic) in
      count += 1
      guard count <= Limits.columns else { throw .tooManyColumns(at: parser.currentSpan) }
      let start = parser.position
      let expression = try parser.expression()
      let span = parser.span(from: start)
      return Query.Column(expression: expression, label: try parser.columnLabel(), span: span)
    }
  }

  /// `as name`, directly after its column.
  private mutating func columnLabel() throws(Diagnostic) -> String? {
    guard current?.word == "as", peekWord(1) != "of" else { return nil }
    advance()
    return try AsClause.parse(from: &self, startingWith: "as").label
  }

  /// The next clause, or `nil` when none follows.
  mutating func clause(after earlier: [any Clause]) throws(Diagnostic) -> (any Clause)? {
    expecting(.clause)
    guard let word = current?.word else { return nil }
    let isAsOf = word == "as" && peekWord(1) == "of"
    guard let type = isAsOf ? AsOfClause.self : Clauses.clause(startingWith: word),
      type.begins(self)
    else { return nil }
    let start = position
    position += isAsOf ? 2 : 1
    let clause = try type.parse(from: &self, startingWith: word)
    if !type.mayRepeat, earlier.contains(where: { Swift.type(of: $0) == type }) {
      throw .repeatedClause(word, at: span(from: start))
    }
    return clause
  }

  /// The mistake for words that do not begin a clause.
  private mutating func leftOver(after query: Query) -> Diagnostic {
    guard let token = current else { return .unexpected(at: endSpan) }
    if let habit = Habits.ofClause(self) { return habit }
    guard let word = token.word else { return unexpectedSign(token, after: query) }
    if let known = query.columns.last?.valueAlone(in: catalog) {
      let name = longerName(than: known)
      let slips = suggests ? NearestNames(catalog).slips(to: name.text, kinds: .measures) : []
      return slips.isEmpty ? .valueAsMeasure(known) : .unknownMeasure(name, near: slips)
    }
    if let value = lookAhead({ $0.keptName() })?.value {
      return .valueWithoutFor(value.text, at: value.span)
    }
    if let measure = lookAhead({ $0.name(.measures) })?.value {
      return .measureWithoutComma(measure.text, at: measure.span)
    }
    if query.clauses.isEmpty, !Clauses.isSlip(word), let longer = longerName(than: query) {
      return longer
    }
    return .noClause(word, at: token.span)
  }

  /// `removal rate`: words after a measure that would make it a longer name, which the catalog does
  /// not have.
  private func longerName(than query: Query) -> Diagnostic? {
    guard let column = query.columns.last, column.label == nil,
      case .measure(let known) = column.expression
    else { return nil }
    let measure = known.matches.first.flatMap {
      $0.kind == .measure ? catalog.measure($0.target) : nil
    }
    return .unknownMeasure(longerName(than: known), near: [measure?.name ?? known.text])
  }

  /// The name with the words after it.
  private func longerName(than known: Name) -> Name {
    let span = known.span.joined(with: unknownName().span)
    return Name(text: text(span), span: span, matches: [])
  }

  private func unexpectedSign(_ token: Token, after query: Query) -> Diagnostic {
    switch token.kind {
    case .minus where query.clauses.last.map { type(of: $0).role } == .period:
      .rangeWithHyphen(at: token.span)
    case .plus, .minus, .star, .slash: .signAfterClause(at: token.span)
    case .greater, .greaterOrEqual, .less, .lessOrEqual, .equals:
      peek(1).map { if case .number = $0.kind { true } else { false } } ?? false
        ? .testWithoutWhere(text(token.span), at: token.span)
        : .unexpected(at: token.span)
    case .comma where query.clauses.last is WhereClause: .listWithoutIn(at: token.span)
    case .number: Habits.ofPeriod(self, token) ?? .unexpected(at: token.span)
    default: .unexpected(at: token.span)
    }
  }

  /// `?` or `.` at the end of a question, as in speech.
  var isQuestionMark: Bool {
    position == tokens.count - 1
      && (current?.kind == .unknown("?") || current?.kind == .unknown("."))
  }
}

extension Parser {
  /// The name of a measure, or a phrase that means one.
  package mutating func measure() throws(Diagnostic) -> Query.Expression {
    expecting(.measure)
    if let name = name(.measures) { return .measure(name) }
    if let habit = Habits.ofColumn(self) { throw habit }
    guard let token = current else { throw .expectedMeasure(at: endSpan) }
    switch token.kind {
    case .word, .quoted: throw unknownMeasure(unknownName())
    default: throw .expectedMeasure(at: token.span)
    }
  }

  private func unknownMeasure(_ name: Name) -> Diagnostic {
    guard suggests else { return .unknownMeasure(name, near: []) }
    let value = lookAhead { $0.keptName() }?.value
    if let value, value.span == name.span { return .valueAsMeasure(value) }
    let slips = NearestNames(catalog).slips(to: name.text, kinds: .measures)
    // A value and a measure, in either order, are a better guess than a name that resembles
    // others.
    if let value, slips.isEmpty, !countedNames.isEmpty { return .valueAsMeasure(value) }
    let near = NearestNames(catalog).nearest(to: name.text, kinds: .measures)
    if let value, near.isEmpty { return .valueAsMeasure(value) }
    return .unknownMeasure(name, near: near)
  }
}

extension Query.Column {
  /// The value, where the column is only a value.
  fileprivate func valueAlone(in catalog: any CatalogReader) -> Name? {
    guard case .measure(let name) = expression,
      name.matches.first?.isPhraseOfValue(in: catalog) == true
    else { return nil }
    return name
  }
}

/// "did you mean `a`, `b` or `c`?"
func alternatives(_ names: [String]) -> String {
  let quoted = names.map { "`\($0)`" }
  guard let last = quoted.last, quoted.count > 1 else {
    return "did you mean \(quoted.joined())?"
  }
  return "did you mean \(quoted.dropLast().joined(separator: ", ")) or \(last)?"
}
