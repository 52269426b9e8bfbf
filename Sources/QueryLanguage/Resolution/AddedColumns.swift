package import Catalog
package import Diagnostics

extension ResolvedQuery {
  /// What `with` adds, resolved.
  package struct AddedColumns: Sendable {
    /// Columns, in the order in which they were typed.
    package internal(set) var columns: [ColumnExtra] = []
    /// The places of `columns` in the question.
    package internal(set) var spans: [SourceSpan] = []
    /// The places in the question of the extras that add rows, drawings or sources; `nil` where not
    /// typed.
    package internal(set) var total: SourceSpan?
    package internal(set) var others: SourceSpan?
    package internal(set) var spark: SourceSpan?
    package internal(set) var sources: SourceSpan?

    package func contains(_ extra: ColumnExtra) -> Bool { columns.contains(extra) }
  }

  /// A column computed from the figures of several rows.
  package enum ColumnExtra: Hashable, Sendable {
    case change
    case yearOverYear
    case share
    case running
    case rolling(Int)
    case rank
    /// The days of the period whose figure is 100.
    case index(DayRange)

    /// Whether it compares periods, and so needs time in the rows.
    package var needsTime: Bool {
      switch self {
      case .change, .yearOverYear, .running, .rolling, .index: true
      case .share, .rank: false
      }
    }

    /// As typed.
    package var name: String {
      switch self {
      case .change: "change"
      case .yearOverYear: "yoy"
      case .share: "share"
      case .running: "running"
      case .rolling: "rolling"
      case .rank: "rank"
      case .index: "index"
      }
    }
  }

  /// An extra that needs tables which add up to the whole, and how it is typed.
  package var extraOfWhole: (name: String, span: SourceSpan)? {
    if let span = extras.total { return ("total", span) }
    if let span = extras.others { return ("others", span) }
    guard let index = extras.columns.firstIndex(of: .share) else { return nil }
    return ("share", extras.spans[index])
  }

  mutating func add(
    _ extra: Extra,
    at span: SourceSpan,
    in scope: Scope
  ) throws(Diagnostic) {
    switch extra {
    case .change: add(.change, at: span)
    case .yearOverYear: add(.yearOverYear, at: span)
    case .share: add(.share, at: span)
    case .running: add(.running, at: span)
    case .rolling(let count): add(.rolling(count), at: span)
    case .rank: add(.rank, at: span)
    case .index(let period): add(.index(try scope.days(of: period, for: &self)), at: span)
    case .total: extras.total = span
    case .others: extras.others = span
    case .spark: extras.spark = span
    case .sources: extras.sources = span
    }
  }

  private mutating func add(_ extra: ColumnExtra, at span: SourceSpan) {
    guard !extras.columns.contains(extra) else { return }
    extras.columns.append(extra)
    extras.spans.append(span)
  }

  /// Notes what shares are parts of, where the question restricts it or rows are periods.
  mutating func tellWhatSharesAreOf() {
    guard extras.columns.contains(.share), let last = lastDimension,
      let column = columns.first(where: { $0.isShown && allows(.share, for: $0) })
    else { return }
    let kept = (condition?.tests ?? []).map { "\($0.isExcluded ? "not " : "")\($0.label)" }
    let isOfPeriods = last.dimension == nil
    guard isOfPeriods || !kept.isEmpty else { return }
    let what = column.label + (kept.isEmpty ? "" : " for \(kept.joined(by: ", "))")
    assume(isOfPeriods ? "share: of \(what) in all rows together" : "share: of all \(what)")
  }

  /// Whether an extra makes sense for a column.
  package func allows(_ extra: ColumnExtra, for column: ComputedColumn) -> Bool {
    let kind = column.quantity.kind
    switch extra {
    case .change, .yearOverYear, .index: return true
    case .rank: return true
    case .running: return kind == .flow
    case .rolling:
      let kinds = figures(in: column.value).map { figures[$0].measure.kind }
      return folds(in: column.value).isEmpty
        && (kinds.allSatisfy { $0 == .flow } || kinds.allSatisfy { $0 == .average })
    case .share: return addsUpOverLastDimension(column)
    }
  }

  /// Whether the figures of a column may be added over the last dimension.
  package func addsUpOverLastDimension(_ column: ComputedColumn) -> Bool {
    switch column.quantity.kind {
    case .flow: return true
    case .stock, .average: return keys.contains { $0.dimension != nil }
    case .limit, .mean, .ratio, .fold, .number, .mixed: return false
    }
  }

  /// The dimension over which shares, ranks, totals and `top` work: the last one that is not time,
  /// or time alone.
  package var lastDimension: Key? { keys.last { $0.dimension != nil } ?? keys.last }
}
