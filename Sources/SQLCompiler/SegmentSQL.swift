import Catalog
import Planner
import QueryLanguage

/// What one dataset adds to some figures: a SELECT over its fact table.
struct SegmentSQL {
  let segment: Segment
  let keys: [ResolvedQuery.Key]
  let pieces: [RowPeriod]
  let columns: [FigureColumn]
  /// Whether rows are grouped even where each is one fact.
  var isGrouped = false
  /// Collects the facts that are better added up before the statement runs.
  var ahead: SumsAhead?

  var candidate: Candidate { segment.candidate }

  /// The fact table of the subject, or the separate one of an imported dataset.
  var table: String { candidate.dataset.ownFactTable ?? columns[0].measure.table }

  /// One SELECT; for spans one each, since neither their period nor their length can be read from
  /// the facts.
  var selects: [SQLFragment] {
    let isSpan = candidate.dataset.time == .span
    if isSpan, keys.contains(where: \.isTime) || columns.contains(where: \.isWeighted) {
      return segment.uses.flatMap { use in
        candidate.runs.filter { use.days.contains($0.days) }.map { run in
          select(of: DaySet([run.days]), time: codes(of: use.piece), length: run.days.count)
        }
      }
    }
    // Where the code of a row's period cannot be computed from the periods of the facts.
    if keys.contains(.administration) {
      return segment.uses.map { select(of: $0.days, time: codes(of: $0.piece), length: 0) }
    }
    return [select(of: segment.days, time: nil, length: 0)]
  }

  /// Whether several spans make up one row, as quarters do a year.
  var addsSpans: Bool {
    candidate.dataset.time == .span
      && segment.uses.contains { use in candidate.runs.count { use.days.contains($0.days) } > 1 }
  }

  private func codes(of piece: Int) -> [Int]? { pieces.isEmpty ? nil : pieces[piece].codes }

  /// `time` gives the codes of the row's periods, `length` the days of a span.
  private func select(of days: DaySet, time: [Int]?, length: Int) -> SQLFragment {
    let keyValues = keyExpressions(time: time)
    let named = zip(keys, keyValues).map { "\($1) AS \(name: $0.column)" as SQLFragment }
    let isAsStored = isAsStored(days)
    if let ahead, time == nil, !isAsStored, canBeSummedAhead {
      return selectAhead(ahead, of: days, keyValues)
    }
    if time == nil, !isAsStored, isAddedUpByPeriod {
      return selectByPeriod(days, keyValues)
    }
    let sums = columns.flatMap { self.sums($0, length: length, isAsStored: isAsStored) }
    var lines: [SQLFragment] = [
      "SELECT \((named + sums).joined(separator: ", "))",
      "FROM \((["\(name: table)"] + joins).joined(separator: "\n"))",
      "WHERE \(conditions(days).joined(separator: "\n  AND "))",
    ]
    let positions = keyValues.indices.map { "\($0 + 1)" as SQLFragment }
    if !positions.isEmpty, !isAsStored {
      lines.append("GROUP BY \(positions.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n")
  }

  /// Whether the facts of each of the table's periods are added up before those of a row are: facts
  /// lie in the order of their periods, but not, for SQLite, in that of the longer ones computed
  /// from them, and sorting many costs more than adding them up.
  private var isAddedUpByPeriod: Bool {
    guard candidate.dataset.size >= Self.mostSorted, keys.contains(where: \.isTime),
      !tellsPeriodsApart, columns.allSatisfy({ !$0.isWeighted })
    else { return false }
    return candidate.keys.allSatisfy { if case .constant = $0 { true } else { false } }
  }

  /// The size up to which a table's facts are sorted.
  private static let mostSorted = 500

  private func selectByPeriod(_ days: DaySet, _ keyValues: [SQLFragment]) -> SQLFragment {
    let named = zip(keys, keyValues).map { "\($1) AS \(name: $0.column)" as SQLFragment }
    let sums = columns.flatMap { self.sums($0, length: 0, isAsStored: false) }
    let names = keys.map { "\(name: $0.column)" as SQLFragment }
    let periods: SQLFragment = """
      SELECT \((named + sums).joined(separator: ", "))
      FROM \((["\(name: table)"] + joins).joined(separator: "\n"))
      WHERE \(conditions(days).joined(separator: "\n  AND "))
      GROUP BY \(column: "period", of: table)
      """
    return """
      SELECT \((names + columns.flatMap(\.combined)).joined(separator: ", "))
      FROM (
      \(periods.indented)
      )
      GROUP BY \(names.joined(separator: ", "))
      """
  }

  /// Whether only plain sums over many facts are needed.
  private var canBeSummedAhead: Bool {
    !keys.isEmpty && keys.count <= SumsAhead.mostKeys
      && candidate.dataset.size >= SumsAhead.leastFacts && joins.isEmpty
      && columns.allSatisfy { !$0.isWeighted && $0.companionNames.isEmpty }
  }

  private func selectAhead(
    _ ahead: SumsAhead,
    of days: DaySet,
    _ keyValues: [SQLFragment]
  ) -> SQLFragment {
    let figures = columns.map { "\(column: $0.measure.key, of: table)" as SQLFragment }
    let facts: SQLFragment = """
      SELECT \((keyValues + figures).joined(separator: ", "))
      FROM \(name: table)
      WHERE \(conditions(days).joined(separator: "\n  AND "))
      """
    let sums = ahead.add(facts, keys: keys.count, sums: columns.count)
    let names = keys.map(\.column) + columns.map(\.name)
    let own = names.enumerated().map { place, name in
      "\(column: "\(place)", of: sums) AS \(name: name)" as SQLFragment
    }
    return "SELECT \(own.joined(separator: ", "))\nFROM \(name: sums)"
  }

  /// Whether every row that it adds is one fact.
  var isAsStored: Bool { isAsStored(segment.days) }

  /// Whether every row of the answer is one fact: every dimension of the table is a key, or has the
  /// same value in all rows. Then nothing is added up or merged.
  private func isAsStored(_ days: DaySet) -> Bool {
    guard !isGrouped, !keys.isEmpty, tellsPeriodsApart || isOnePeriod(days) else { return false }
    let told = candidate.keys.compactMap { access -> Int? in
      guard case .column(let dimension) = access else { return nil }
      return dimension.id
    }
    let same = (candidate.condition?.conjuncts ?? []).compactMap { part -> Int? in
      guard case .test(let test) = part, test.members.count == 1, !test.isExcluded else {
        return nil
      }
      return test.dimension.id
    }
    return candidate.dataset.dimensions.allSatisfy { told.contains($0) || same.contains($0) }
  }

  /// Whether the periods of the table are a key.
  private var tellsPeriodsApart: Bool {
    keys.contains { key in
      guard case .time(let unit) = key else { return false }
      return switch candidate.dataset.time {
      case .fiscalYear: unit == .fiscalYear
      case .calendarYear: unit == .calendarYear
      case .month: unit == .month
      case .date: unit == .day
      case .span: false
      }
    }
  }

  private func isOnePeriod(_ days: DaySet) -> Bool {
    guard candidate.dataset.time != .span, days.ranges.count == 1 else { return false }
    return days.ranges.allSatisfy { candidate.code(of: $0.first) == candidate.code(of: $0.last) }
  }

  /// The number of facts that are read.
  var count: SQLFragment {
    """
    SELECT count(*)
    FROM \(name: table)
    WHERE \(conditions(segment.days).joined(separator: "\n  AND "))
    """
  }

  // MARK: Figures

  private func sums(
    _ column: FigureColumn,
    length: Int,
    isAsStored: Bool
  ) -> [SQLFragment] {
    func over(_ function: SQLFragment, _ value: SQLFragment) -> SQLFragment {
      isAsStored ? value : "\(function)(\(value))"
    }
    let figure: SQLFragment = "\(column: column.measure.key, of: table)"
    let position = column.position(in: candidate.dataset.id)
    let value = column.isWeighted ? "\(figure) * \(daysOfPeriod(length))" : figure
    var sums: [SQLFragment] = ["\(over("sum", value)) AS \(name: column.name)"]
    if column.hasWithheld {
      let bit: SQLFragment = "\(column: "withheld", of: table) >> \(position) & 1"
      sums.append("\(over("sum", bit)) AS \(name: column.withheldName)")
    }
    if column.hasEmpty {
      sums.append("\(over("sum", "\(figure) IS NULL")) AS \(name: column.emptyName)")
    }
    if column.countsPeriods {
      let period: SQLFragment = "\(column: "period", of: table)"
      let counted: SQLFragment =
        candidate.dataset.absent == .zero ? "0" : isAsStored ? "1" : "count(DISTINCT \(period))"
      sums.append("\(counted) AS \(name: column.periodsName)")
    }
    if column.hasHedges {
      let hedge: SQLFragment = "\(column: "hedge", of: table)"
      sums.append("\(over("max", hedge)) AS \(name: column.hedgeName)")
    }
    return sums
  }

  /// The weight of an average in days of its period.
  private func daysOfPeriod(_ length: Int) -> SQLFragment {
    switch candidate.dataset.time {
    case .month: "\(column: "days", of: "calendar")"
    case .fiscalYear, .calendarYear: "(365 + (\(column: "period", of: table) % 4 = 0))"
    case .span: "\(length)"
    case .date: "1"
    }
  }

  var joins: [SQLFragment] {
    var joins: [SQLFragment] = candidate.keys.compactMap { access in
      guard case .parent(let child) = access else { return nil }
      let alias = "\(child.key) member"
      return """
        JOIN "member" AS \(name: alias) ON \(column: "id", of: alias) = \(column: child.key, of: table)
        """
    }
    if candidate.dataset.time == .month, columns.contains(where: \.isWeighted) {
      joins.append("JOIN \"calendar\" ON \"calendar\".\"month\" = \(column: "period", of: table)")
    }
    return joins
  }

}
