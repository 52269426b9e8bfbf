import Catalog
import Planner
import QueryLanguage

/// Figures that come from the same rows of the same datasets: one scan for all of them.
struct PartSQL {
  let name: String
  private(set) var figures: [FigureColumn]
  private let plan: FigurePlan
  private let pieces: [RowPeriod]
  private let keys: [ResolvedQuery.Key]
  private let isGrouped: Bool
  private let ahead: SumsAhead?

  /// The figures of a frame, or of one of its folds, in as few scans as they need.
  static func all(
    _ figures: [FigureColumn],
    _ frame: Frame,
    pieces: [RowPeriod]? = nil,
    keys: [ResolvedQuery.Key],
    suffix: String,
    isGrouped: Bool = false,
    ahead: SumsAhead? = nil
  ) -> [PartSQL] {
    var parts: [PartSQL] = []
    for figure in figures {
      let own = frame.figures[figure.index]
      if let index = parts.firstIndex(where: { $0.plan.readsTheSame(as: own) }) {
        parts[index].figures.append(figure)
      } else {
        parts.append(
          PartSQL(
            // Never the name of a real table: a common table expression may not read its own name.
            name: "\(figure.name) sums\(suffix)",
            figures: [figure],
            plan: own,
            pieces: pieces ?? frame.pieces,
            keys: keys,
            isGrouped: isGrouped,
            ahead: ahead
          )
        )
      }
    }
    return parts
  }

  /// The sum of one figure for each value of one key, by ids; `nil` where it would cost more than
  /// it saves.
  func sizes(of key: Int, _ figure: Int, _ catalog: any CatalogReader) -> SQLFragment? {
    guard let column = figures.first(where: { $0.index == figure }) else { return nil }
    let own = keys[key]
    let place = keys[..<key].count { $0.dimension != nil }
    var selects: [SQLFragment] = []
    for segment in plan.segments {
      guard let alone = segment.candidate.alone(by: place, catalog) else { return nil }
      selects +=
        SegmentSQL(
          segment: Segment(candidate: alone, uses: segment.uses),
          keys: [own],
          pieces: pieces,
          columns: [FigureColumn(sideSumOf: column.measure)]
        ).selects
    }
    guard selects.count != 1 else { return selects[0] }
    let name: SQLFragment = "\(name: own.column)"
    return """
      SELECT \(name), sum(\(name: column.measure.key))
      FROM (
      \(selects.joined(separator: "\nUNION ALL\n").indented)
      )
      GROUP BY 1
      """
  }

  /// The sums as a table, under the name of the rows when they already are the rows.
  func table(isRows: Bool, _ rows: String) -> SQLFragment {
    "\(name: isRows ? rows : name) AS (\n\(sums.indented)\n)"
  }

  /// Whether plain sums are all that is asked of the facts, however they were added up before.
  private var isPlain: Bool {
    figures.allSatisfy { !$0.isWeighted && $0.companionNames.isEmpty }
  }

  private var stored: [Segment] {
    isPlain ? plan.segments.flatMap(\.inFewRows) : plan.segments
  }

  private var segments: [SegmentSQL] {
    stored.map {
      SegmentSQL(
        segment: $0,
        keys: keys,
        pieces: pieces,
        columns: figures,
        isGrouped: isGrouped,
        ahead: ahead
      )
    }
  }

  /// Whether rows of several tables may be one row of the answer. Whole fiscal years and other days
  /// do not meet where years are kept apart.
  private var mayMeet: Bool {
    plan.mixesSources || keys.isEmpty || keys.contains(.administration)
      || !keys.contains(where: \.isTime) && stored.count > plan.segments.count
  }

  /// Whether every row is one fact, and those of a table follow one another in time.
  var isAsStored: Bool {
    let segments = segments
    return segments.count <= plan.segments.count && segments.allSatisfy(\.isAsStored)
      && (segments.count == 1 || !mayMeet)
  }

  private var sums: SQLFragment {
    let segments = segments
    let selects = segments.flatMap(\.selects)
    guard !selects.isEmpty else { return nothing }
    let union = selects.joined(separator: "\nUNION ALL\n")
    guard selects.count > 1, mayMeet || segments.contains(where: \.addsSpans) else { return union }
    let names = keys.map { "\(name: $0.column)" as SQLFragment }
    let columns = (names + figures.flatMap(\.combined)).joined(separator: ", ")
    let combined: SQLFragment = "SELECT \(columns)\nFROM (\n\(union.indented)\n)"
    guard !names.isEmpty else { return combined }
    return "\(combined)\nGROUP BY \(names.joined(separator: ", "))"
  }

  /// No rows, for figures of which nothing is held in the period; without keys, one row of `NULL`.
  private var nothing: SQLFragment {
    let names = keys.map(\.column) + figures.flatMap(\.names)
    let columns = names.map { "NULL AS \(name: $0)" as SQLFragment }.joined(separator: ", ")
    return keys.isEmpty ? "SELECT \(columns)" : "SELECT \(columns)\nWHERE 0"
  }
}

extension FigurePlan {
  /// Whether two figures are sums over the same rows.
  fileprivate func readsTheSame(as other: FigurePlan) -> Bool {
    guard figure.measure.subject == other.figure.measure.subject,
      figure.measure.kind == other.figure.measure.kind, figure.measure.kind != .average,
      segments.count == other.segments.count
    else { return false }
    return zip(segments, other.segments).allSatisfy { a, b in
      a.candidate.dataset == b.candidate.dataset && a.candidate.condition == b.candidate.condition
        && a.uses.elementsEqual(b.uses) { $0.piece == $1.piece && $0.days == $1.days }
    }
  }

  /// Whether some row is put together from several datasets.
  fileprivate var mixesSources: Bool { rows.contains { $0.sources.count > 1 } }
}
