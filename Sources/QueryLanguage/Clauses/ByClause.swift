package import Catalog
package import Diagnostics

/// `by fy, citizenship` — a row for each year and country.
package struct ByClause: Clause {
  package static let keywords = ["by"]
  package static let synopsis = "by DIMENSION, …"
  package static let summary =
    "a row for each value: fy, quarter, month, cy, citizenship, sector, …"
  package static let example = "removals by fy, criminality since 2020"
  package static let role = ClauseRole.rows
  package static let step = ClauseStep.sql
  package static let mayRepeat = true

  /// One item of the list after `by`, as typed.
  package enum Key: Equatable, Sendable {
    case time(TimeUnit, SourceSpan)
    /// Who held office on most days of a period.
    case administration(SourceSpan)
    /// Each publisher's figure for itself.
    case source(SourceSpan)
    case dimension(Name)
    /// A value where a dimension is expected: read as `for`.
    case value(Name)
  }

  package let keys: [Key]

  package init(keys: [Key]) {
    self.keys = keys
  }

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> ByClause {
    ByClause(keys: try parser.list { parser throws(Diagnostic) in try key(from: &parser) })
  }

  static func key(from parser: inout Parser) throws(Diagnostic) -> Key {
    let start = parser.position
    parser.expecting(.key)
    // The most frequent keys are single words of the language, which need no lookup in the catalog.
    if let unit = parser.timeUnitAlone() { return .time(unit, parser.span(from: start)) }
    let key: Key? = parser.longest(
      of: parser.lookAhead { $0.name(.dimensions).map { .dimension($0) } },
      parser.lookAhead { phraseWithBy(from: &$0).map { .value($0) } },
      parser.lookAhead { $0.name(.values).map { .value($0) } }
    )
    if let key { return key }
    if let unit = parser.timeUnit() { return .time(unit, parser.span(from: start)) }
    if let year = parser.yearOfNoKind() { throw year }
    if parser.skip(word: "administration") { return .administration(parser.span(from: start)) }
    if parser.skip(word: "source") { return .source(parser.span(from: start)) }
    return .dimension(try parser.dimension(or: .key))
  }

  /// Phrases may hold the `by`: `by ice`.
  private static func phraseWithBy(from parser: inout Parser) -> Name? {
    var after = parser
    after.position -= 1
    guard after.current?.word == "by", let name = after.name(.phrases) else { return nil }
    parser = after
    return name
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) throws(Diagnostic) {
    for key in keys { try key.resolve(into: &draft, in: scope) }
  }

  package var spelling: String { "by " + keys.map(\.spelling).joined(separator: ", ") }
}

extension ByClause.Key {
  func resolve(into draft: inout ResolvedQuery, in scope: Scope) throws(Diagnostic) {
    switch self {
    case .time(let unit, let span): try add(.time(unit), to: &draft, at: span)
    case .administration(let span): try add(.administration, to: &draft, at: span)
    case .source(let span): try add(.source, to: &draft, at: span)
    case .dimension(let name):
      try add(.dimension(try scope.dimension(name, of: draft)), to: &draft, at: name.span)
    case .value(let name):
      draft.pendingValues.append(name)
      let hasBy = name.text.lowercased().hasPrefix("by ")
      draft.assume("`\(hasBy ? "" : "by ")\(name.text)` read as a value to keep, as after `for`")
    }
  }

  private func add(
    _ key: ResolvedQuery.Key,
    to draft: inout ResolvedQuery,
    at span: SourceSpan
  ) throws(Diagnostic) {
    guard !draft.keys.contains(key) else { throw .repeatedDimension(at: span) }
    draft.keys.append(key)
    draft.keySpans.append(span)
  }

  var spelling: String {
    switch self {
    case .time(let unit, _): unit.keyword
    case .administration: "administration"
    case .source: "source"
    case .dimension(let name), .value(let name): name.spelling
    }
  }
}

extension Parser {
  /// `by year`: which one?
  fileprivate func yearOfNoKind() -> Diagnostic? {
    guard let word = current?.word, word == "year" || word == "years" else { return nil }
    return Diagnostic(
      "which-year",
      kind: .notLanguage,
      "a year is a fiscal year or a calendar year",
      at: currentSpan,
      hint: "`by fy` or `by cy`"
    )
  }
}

extension Diagnostic {
  fileprivate static func repeatedDimension(at span: SourceSpan) -> Diagnostic {
    Diagnostic("repeated-dimension", "this dimension is named twice", at: span)
  }
}
