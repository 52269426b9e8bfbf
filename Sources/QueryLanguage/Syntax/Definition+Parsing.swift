package import Catalog
package import Diagnostics

extension Definition {
  /// Reads what follows `let`: `port share = encounters(at ports) / encounters`. The name is a new
  /// one.
  package init(
    parsing source: String,
    catalog: any CatalogReader,
    definitions: [Definition]
  ) throws(Diagnostic) {
    var parser = try Parser(source, catalog: catalog, definitions: definitions)
    guard parser.skip(word: "let") else { throw .expected("`let`", at: parser.currentSpan) }
    let named = parser.position
    let (name, isQuoted) = try parser.newName()
    let nameSpan = parser.span(from: named)
    guard parser.skip(.equals) else {
      throw .expected(
        "`=`",
        at: parser.currentSpan,
        hint: "as in `let port share = encounters(at ports) / encounters`"
      )
    }
    let start = parser.position
    let expression = try parser.expression()
    guard parser.isAtEnd else { throw .behindDefinition(at: parser.currentSpan) }
    self.init(name: name, expression: expression)
    try check(parser.span(from: start), catalog)
    guard canBeAsked(isQuoted, catalog) else { throw .unaskableName(name, at: nameSpan) }
  }

  /// Whether a line that is only the name would mean it: no statement, clause or habit begins with
  /// the same word.
  private func canBeAsked(_ isQuoted: Bool, _ catalog: any CatalogReader) -> Bool {
    let line = isQuoted ? "\"\(name)\"" : name
    let first = line.split(separator: " ").first?.lowercased() ?? ""
    guard !Keywords.contains(first), first != "help",
      let query = try? Query(parsing: line, catalog: catalog, definitions: [self]),
      query.columns.count == 1, query.clauses.isEmpty,
      case .defined(self, _) = query.columns[0].expression
    else { return false }
    return true
  }

  /// Checks that what it means can be counted, when it is made and not only when it is used.
  private func check(_ span: SourceSpan, _ catalog: any CatalogReader) throws(Diagnostic) {
    let column = Query.Column(expression: expression, label: nil, span: span)
    var draft = ResolvedQuery(Query(columns: [column], clauses: []))
    var scope = Scope(catalog: catalog)
    try scope.add(column, to: &draft)
  }
}

extension Parser {
  /// A name that means nothing yet.
  fileprivate mutating func newName() throws(Diagnostic) -> (name: String, isQuoted: Bool) {
    let start = position
    guard tokens[position...].contains(where: { $0.kind == .equals }) else {
      throw .expected(
        "`=` after the name",
        at: endSpan,
        hint: "as in `let port share = encounters(at ports) / encounters`"
      )
    }
    while let token = current, token.kind != .equals {
      switch token.kind {
      case .word, .number, .quoted, .minus: advance()
      default: throw .expected("a name", at: token.span)
      }
    }
    guard position > start else { throw .expected("a name", at: currentSpan) }
    let span = span(from: start)
    var (name, isQuoted) = (text(span), false)
    if position == start + 1, case .quoted(let quoted) = tokens[start].kind {
      (name, isQuoted) = (quoted, true)
    }
    guard name.utf8.count <= Limits.name else { throw .nameTooLong(at: span) }
    let key = Spelling.key(of: name)
    guard !key.isEmpty else { throw .expected("a name", at: span) }
    let matches = catalog.matches(key: key)
    let isTaken = matches.contains { $0.kind != .word && $0.kind != .notHeld }
    guard !isTaken else { throw .takenName(name, at: span) }
    guard !Keywords.needsQuotes(name) else { throw .keywordAsName(name, at: span) }
    return (name, isQuoted)
  }
}

extension Diagnostic {
  fileprivate static func takenName(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "taken-name",
      "`\(name)` has a meaning already, which stays",
      at: span,
      hint: "`describe \(name)` tells it; another name is free"
    )
  }

  fileprivate static func keywordAsName(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic("keyword-as-name", "`\(name)` is a word of the language", at: span)
  }

  fileprivate static func unaskableName(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unaskable-name",
      "a question that begins with `\(name)` would mean something else",
      at: span,
      hint: "a name begins like no statement and no clause"
    )
  }

  fileprivate static func behindDefinition(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "after-definition",
      "a name means an expression, and clauses belong to the question that uses it",
      at: span,
      hint: "such as `let port share = encounters(at ports) / encounters`"
    )
  }
}
