import Diagnostics

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
  /// The sum or mean over a number of periods, of which this is the last.
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
    guard let name = Keyword(rawValue: word) else {
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

  /// The words that name them, with the note that completion shows for each.
  package enum Keyword: String, CaseIterable, Sendable {
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
