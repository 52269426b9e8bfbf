package import Catalog
package import Diagnostics

/// `order by removals desc, fy` — the order of the rows; what is missing comes last.
package struct OrderClause: Clause {
  package static let keywords = ["order"]
  package static let synopsis = "order by COLUMN [desc], …"
  package static let summary = "the order of the rows, by dimensions or columns"
  package static let example = "removals by citizenship in fy2022 order by citizenship limit 5"
  package static let role = ClauseRole.shape
  package static let step = ClauseStep.sql

  /// One item of the list after `order by`, with its direction.
  package struct Key: Equatable, Sendable {
    /// What rows are ordered by, as typed.
    package enum Subject: Equatable, Sendable {
      case time(TimeUnit)
      case dimension(Name)
      case measure(Name)
      /// The name given to a column with `as`.
      case label(String)
    }

    package let subject: Subject
    package let isDescending: Bool
    package let span: SourceSpan
  }

  package let keys: [Key]

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> OrderClause {
    guard parser.skip(word: "by") else { throw .expected("`by`", at: parser.currentSpan) }
    return OrderClause(
      keys: try parser.list { parser throws(Diagnostic) in try key(from: &parser) }
    )
  }

  private static func key(from parser: inout Parser) throws(Diagnostic) -> Key {
    let start = parser.position
    parser.expecting(.orderKey)
    let subject = try subject(from: &parser)
    let span = parser.span(from: start)
    if parser.skip(word: "desc") { return Key(subject: subject, isDescending: true, span: span) }
    parser.skip(word: "asc")
    return Key(subject: subject, isDescending: false, span: span)
  }

  private static func subject(from parser: inout Parser) throws(Diagnostic) -> Key.Subject {
    let subject: Key.Subject? = parser.longest(
      of: parser.lookAhead { $0.timeUnit().map { .time($0) } },
      parser.lookAhead { $0.name(.dimensions).map { .dimension($0) } },
      parser.lookAhead { $0.name(.measures).map { .measure($0) } }
    )
    if let subject { return subject }
    guard let token = parser.current else { throw .expectedColumn(at: parser.endSpan) }
    switch token.kind {
    case .word, .quoted:
      let label = parser.unknownName()
      parser.pass(label)
      return .label(label.text)
    default: throw .expectedColumn(at: token.span)
    }
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) throws(Diagnostic) {
    for key in keys {
      let subject = try subject(key, in: draft, scope)
      guard !draft.order.contains(where: { $0.subject == subject }) else {
        throw .repeatedColumn(key)
      }
      draft.order.append(ResolvedQuery.Order(subject: subject, isDescending: key.isDescending))
    }
  }

  private func subject(
    _ key: Key,
    in draft: ResolvedQuery,
    _ scope: Scope
  ) throws(Diagnostic) -> ResolvedQuery.Order.Subject {
    switch key.subject {
    case .time(let unit):
      if let index = draft.keys.firstIndex(of: .time(unit)) { return .key(index) }
    case .dimension(let name):
      let dimension = try scope.dimension(name, of: draft)
      if let index = draft.keys.firstIndex(of: .dimension(dimension)) { return .key(index) }
    case .measure(let name):
      let wanted = name.matches.first
      let index = draft.outputs.firstIndex { output in
        output.content == .value && draft.columns[output.column ?? 0].match == wanted
      }
      if let index = index ?? draft.output(named: name.text) { return .output(index) }
    case .label(let label):
      if let index = draft.output(named: label) { return .output(index) }
    }
    throw .notAColumn(key, of: draft)
  }

  package var spelling: String {
    let keys = keys.map { key in
      let name =
        switch key.subject {
        case .time(let unit): unit.keyword
        case .dimension(let name), .measure(let name): name.spelling
        case .label(let label): "\"\(label)\""
        }
      return name + (key.isDescending ? " desc" : "")
    }
    return "order by " + keys.joined(separator: ", ")
  }
}

extension Diagnostic {
  fileprivate static func notAColumn(
    _ key: OrderClause.Key,
    of draft: ResolvedQuery
  ) -> Diagnostic {
    let names = draft.keys.map(\.name) + draft.outputs.map(\.label)
    return Diagnostic(
      "not-a-column",
      "the answer has no such column",
      at: key.span,
      hint: "its columns are " + names.map { "`\($0)`" }.joined(separator: ", ")
    )
  }

  fileprivate static func repeatedColumn(_ key: OrderClause.Key) -> Diagnostic {
    Diagnostic("repeated-column", "this column is named twice", at: key.span)
  }

  fileprivate static func expectedColumn(at span: SourceSpan) -> Diagnostic {
    .expected("a column", at: span, hint: "a dimension or measure that the question names")
  }
}
