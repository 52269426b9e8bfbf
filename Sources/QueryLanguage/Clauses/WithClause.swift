package import Diagnostics

/// `with change, share, others` — columns computed from the figures, and rows that sum up others.
package struct WithClause: Clause {
  package static let keywords = ["with"]
  package static let synopsis = "with EXTRA, …"
  package static let summary =
    "adds change, yoy, share, running, rolling N, rank, index P, total, others, spark, sources"
  package static let example = "encounters by citizenship top 5 in fy2023 with share, others"
  package static let role = ClauseRole.computed
  package static let mayRepeat = true

  package let extras: [Extra]
  package let spans: [SourceSpan]

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> WithClause {
    let found = try parser.list { parser throws(Diagnostic) in
      let start = parser.position
      let extra = try Extra(from: &parser)
      return (extra, parser.span(from: start))
    }
    return WithClause(extras: found.map(\.0), spans: found.map(\.1))
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) throws(Diagnostic) {
    for (extra, span) in zip(extras, spans) {
      try draft.add(extra, at: span, in: scope)
    }
  }

  package var spelling: String { "with " + extras.map(\.spelling).joined(separator: ", ") }
}

/// What `with` adds.
package enum Extra: Equatable, Sendable {
  /// The change on the period before it in the answer, absolute and in percent.
  case change
  /// The change on the same period a year before.
  case yearOverYear
  /// Percent of all values of the last dimension.
  case share
  /// The sum from the first period of the answer on.
  case running
  /// The sum or mean of so many periods, this one the last.
  case rolling(Int)
  case rank
  /// Percent of the figure of one period.
  case index(PeriodTerm)
  /// A row for the sum of all values.
  case total
  /// A row for the sum of the values that `top` or `bottom` leaves out.
  case others
  /// A small drawing of each row's figures over time.
  case spark
  /// The sources of each row.
  case sources

  init(from parser: inout Parser) throws(Diagnostic) {
    parser.expecting(.extra)
    let word = parser.current?.word ?? ""
    guard let name = Name(rawValue: word) else {
      throw .unknownExtra(word, at: parser.currentSpan)
    }
    parser.advance()
    switch name {
    case .change: self = .change
    case .yoy: self = .yearOverYear
    case .share: self = .share
    case .running: self = .running
    case .rolling: self = .rolling(try parser.rollingCount())
    case .rank: self = .rank
    case .index: self = .index(try parser.period())
    case .total: self = .total
    case .others: self = .others
    case .spark: self = .spark
    case .sources: self = .sources
    }
  }

  /// The words that name them, with what completion says of each.
  package enum Name: String, CaseIterable, Sendable {
    case change, yoy, share, running, rolling, rank, index, total, others, spark, sources

    package var summary: String {
      switch self {
      case .change: "change on the period before"
      case .yoy: "change on the same period a year before"
      case .share: "percent of all"
      case .running: "running total"
      case .rolling: "sum or mean of the last N periods"
      case .rank: "place by size"
      case .index: "percent of the figure of one period"
      case .total: "a row for all"
      case .others: "a row for those that `top` leaves out"
      case .spark: "a drawing of each row's periods"
      case .sources: "the sources of each row"
      }
    }
  }

  package var spelling: String {
    switch self {
    case .change: "change"
    case .yearOverYear: "yoy"
    case .share: "share"
    case .running: "running"
    case .rolling(let count): "rolling \(count)"
    case .rank: "rank"
    case .index(let period): "index \(period.spelling)"
    case .total: "total"
    case .others: "others"
    case .spark: "spark"
    case .sources: "sources"
    }
  }
}

extension Parser {
  /// The number of periods of `rolling`, two or more.
  fileprivate mutating func rollingCount() throws(Diagnostic) -> Int {
    let span = currentSpan
    expecting(.number)
    var count = 0
    if case .number(let number)? = current?.kind, let value = number.plainInteger {
      count = value
      advance()
    }
    guard (2...1000).contains(count) else {
      throw Diagnostic(
        "rolling-count",
        "`rolling` takes 2 to 1,000 periods",
        at: span,
        hint: "such as `rolling 12`"
      )
    }
    return count
  }
}

extension Diagnostic {
  fileprivate static func unknownExtra(_ word: String, at span: SourceSpan) -> Diagnostic {
    let names = Extra.Name.allCases.map(\.rawValue)
    let near = word.isEmpty ? nil : closestMatch(to: word, among: names)
    let list = names.map { $0 == "rolling" ? "rolling 12" : $0 == "index" ? "index fy2019" : $0 }
    return Diagnostic(
      "unknown-extra",
      word.isEmpty ? "expected what to add here" : "`with` cannot add `\(word)`",
      at: span,
      hint: near.map { "did you mean `\($0)`?" }
        ?? "it adds " + list.map { "`\($0)`" }.joined(separator: ", ")
    )
  }
}
