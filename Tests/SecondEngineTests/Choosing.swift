/// Which periods of a series make a part of a row.
@MainActor
struct Segment {
  let fit: Fit
  let periods: [Months]
}

/// What answers one row, by figure; none where a figure is not held or could not be counted.
typealias Sources = [[Segment]]

/// Chooses series for the figures of one expression (LANGUAGE.md 5.0 to 5.4).
@MainActor
final class Chooser {
  let figures: [Figure]
  let breakdown: [String]
  let catalogue: Catalogue
  let fits: [[Fit]]
  private let asOf: String?
  private let spanned: [[Months]]
  /// What the rules leave open and would change the answer.
  private(set) var doubts: Set<String> = []

  init(_ figures: [Figure], by breakdown: [String], asOf: String? = nil, in catalogue: Catalogue)
    throws
  {
    self.figures = figures
    self.breakdown = breakdown
    self.catalogue = catalogue
    self.asOf = asOf
    fits = try figures.map { figure in
      var series = catalogue.series[figure.measure] ?? []
      if let asOf {
        series = (series + (catalogue.superseded[figure.measure] ?? [])).flatMap(\.pieces)
          .filter { $0.published <= asOf }.map { Series(name: $0.id, pieces: [$0]) }
      }
      return try series.compactMap { try Fit($0, figure, by: breakdown, in: catalogue) }
        .sorted { $0.series.name < $1.series.name }
    }
    spanned = figures.map { figure in
      (catalogue.series[figure.measure] ?? []).filter { $0.time == "span" }
        .flatMap { $0.periods(of: figure.measure).values }
    }
  }

  // MARK: Order

  private struct Place: Comparable {
    let other: Double
    let isIncomplete: Bool
    /// Withheld cells are missing from its sums.
    let isShort: Bool
    let rank: Int
    let isRounded: Bool
    let published: String
    let size: Int

    static func < (left: Place, right: Place) -> Bool {
      if left.other != right.other { return left.other < right.other }
      if left.isIncomplete != right.isIncomplete { return right.isIncomplete }
      if left.isShort != right.isShort { return right.isShort }
      if left.rank != right.rank { return left.rank < right.rank }
      if left.isRounded != right.isRounded { return right.isRounded }
      if left.published != right.published { return left.published > right.published }
      return left.size < right.size
    }
  }

  private func place(_ candidate: [Fit], in rows: [Months]) -> Place {
    var other = 0.0
    var isShort = false
    isLosing = false
    for fit in candidate {
      for months in rows {
        let periods = fit.periods(in: months)
        let cells = fit.cells(in: periods)
        isShort = isShort || cells.values.contains { $0.withheld > 0 && $0.withheld + $0.known > 1 }
        isLosing = isLosing || cells.contains { isLost($0.key, fit) && $0.value.total != 0 }
        guard !breakdown.isEmpty else { continue }
        let open = share(cells: fit.cells(in: periods, openly: true))
        if (open > 0.1) != (share(cells: cells) > 0.1) { isOpenOther = true }
        other = max(other, open)
      }
    }
    return Place(
      other: other > 0.1 ? other : 0,
      isIncomplete: candidate.contains { !$0.series.isComplete },
      isShort: isShort,
      rank: candidate.map { $0.series.first.rank }.max() ?? 0,
      isRounded: candidate.contains { $0.series.first.isRounded },
      published: candidate.map(\.series.published).min() ?? "",
      size: candidate.map(\.series.size).max() ?? 0
    )
  }

  private var isOpenOther = false
  /// Whether the candidate placed last has cells that roll up to nothing.
  private var isLosing = false

  /// How much stands under `other`.
  private func share(cells: Sums) -> Double {
    let all = cells.values.reduce(0) { $0 + $1.total }
    let rest = cells.filter { isOther($0.key) }.values.reduce(0) { $0 + $1.total }
    return all > 0 ? rest / all : 0
  }

  /// Whether a cell rolls up to nothing that is told apart.
  private func isLost(_ key: Key, _ fit: Fit) -> Bool {
    breakdown.indices.contains { index in
      let member = member(index, of: key)
      return fit.columns[index].isFiner
        && (member == 1023 || catalogue.isRest(member, of: breakdown[index]))
    }
  }

  private func isOther(_ key: Key) -> Bool {
    breakdown.indices.contains { index in
      let member = member(index, of: key)
      return member < 1023 && catalogue.dimension(breakdown[index]).members[member] == "other"
    }
  }

  /// The value of one dimension of the breakdown.
  func member(_ index: Int, of key: Key) -> Int {
    key >> (10 * (breakdown.count - 1 - index)) & 1023
  }

  private func best(_ candidates: [[Fit]], in rows: [Months]) -> [Fit]? {
    guard candidates.count > 1 else { return candidates.first }
    if asOf != nil {
      return candidates.max {
        let (left, right) = ($0[0].series.first, $1[0].series.first)
        if left.published != right.published { return left.published < right.published }
        if left.reach != right.reach { return left.reach < right.reach }
        return left.rank > right.rank
      }
    }
    isOpenOther = false
    defer { doubt(candidates, in: rows) }
    let placed = candidates.map { ($0, place($0, in: rows)) }.sorted { $0.1 < $1.1 }
    if isOpenOther, Set(placed.map(\.1.other)).count > 1 {
      doubts.insert("`other` behind a filter")
    }
    if placed[0].1.other > 0, placed[0].1.other != placed[1].1.other {
      doubts.insert("every table leaves much under `other`")
    }
    if !(placed[0].1 < placed[1].1) { doubts.insert("two tables in one place") }
    return placed[0].0
  }

  /// What the order of the rules leaves open between tables.
  private func doubt(_ candidates: [[Fit]], in rows: [Months]) {
    let placed = candidates.map { ($0, place($0, in: rows)) }.sorted { $0.1 < $1.1 }
    guard let first = placed.first else { return }
    _ = place(first.0, in: rows)
    if isLosing,
      candidates.contains(where: { $0.allSatisfy { !$0.columns.contains(where: \.isFiner) } })
    {
      doubts.insert("a dimension rolled up beside the dimension itself")
    }
    let sums = first.0.contains { fit in
      !first.1.isShort && fit.series.withholds(fit.measure)
        && fit.columns.count < fit.series.dimensions.count
    }
    if sums { doubts.insert("a table that withholds cells in other years") }
  }

  // MARK: Candidates

  /// One series for every figure, or, of one figure, each series.
  private func joint(_ active: [Int]) -> [[Fit]] {
    guard let first = active.first else { return [] }
    return fits[first].compactMap { fit in
      let candidate = active.compactMap { index in fits[index].first { $0.series === fit.series } }
      return candidate.count == active.count ? candidate : nil
    }
  }

  private func covers(_ candidate: [Fit], _ months: Set<Month>) -> Bool {
    candidate.allSatisfy { fit in
      guard let first = months.min(), let last = months.max() else { return false }
      return months.isSubset(of: fit.held(in: first...last))
    }
  }

  private func active(_ months: Months) -> [Int] {
    figures.indices.filter { index in
      catalogue.existence[figures[index].measure].map { $0.overlaps(months) } ?? true
    }
  }

  /// The months of a row that any series holds of a figure.
  func held(_ index: Int, _ months: Months, time: String? = nil) -> Set<Month> {
    fits[index].filter { time == nil || $0.series.time == time }.reduce(into: []) {
      $0.formUnion($1.held(in: months))
    }
  }

  // MARK: Rows

  /// One series for all rows that are compared, where one holds them; else nothing.
  func together(_ rows: [Months]) -> [Fit]? {
    let active = Array(figures.indices)
    return best(joint(active).filter { one in rows.allSatisfy { covers(one, Set($0)) } }, in: rows)
  }

  func sources(_ candidate: [Fit], _ months: Months) -> Sources {
    candidate.map { [Segment(fit: $0, periods: $0.periods(in: months))] }
  }

  /// What answers a row by itself; `among` keeps some of the candidates.
  func sources(_ span: Span, among isKept: ([Fit]) -> Bool = { _ in true }) throws -> Sources {
    if let years = span.fiscalYears, years.count > 1 { return try sum(of: years, among: isKept) }
    return try sources(span.months, among: isKept)
  }

  private func sum(of years: [Months], among isKept: ([Fit]) -> Bool) throws -> Sources {
    var all: Sources = figures.map { _ in [] }
    var isPartial = false
    for year in years {
      let one = try sources(year, among: isKept)
      for index in figures.indices {
        all[index] += one[index]
        isPartial = isPartial || held(index, year).count < year.count
      }
    }
    let used = Set(all.joined().map(\.fit.series.name))
    if isPartial, used.count > 1 { doubts.insert("whole years and a part in one row") }
    return all
  }

  private func sources(_ months: Months, among isKept: ([Fit]) -> Bool) throws -> Sources {
    let active = active(months)
    var result: Sources = figures.map { _ in [] }
    let parts = active.map { held($0, months) }
    for (index, part) in zip(active, parts) {
      for span in spanned[index] where span.overlaps(months) {
        let isInside = months.contains(span.lowerBound) && months.contains(span.upperBound)
        if isInside || part.count < months.count { throw Declined("spans of days") }
      }
    }
    guard let shared = parts.first, !shared.isEmpty else { return result }
    guard parts.allSatisfy({ $0 == shared }) else {
      throw Declined("parts held for different months")
    }
    let whole = best(joint(active).filter { covers($0, shared) && isKept($0) }, in: [months])
    if let whole {
      for (index, fit) in zip(active, whole) {
        result[index] = [Segment(fit: fit, periods: fit.periods(in: months))]
      }
      return result
    }
    for index in active {
      let alone = fits[index].map { [$0] }.filter(isKept)
      if let whole = best(alone.filter { covers($0, shared) }, in: [months]) {
        result[index] = sources(whole, months)[0]
      } else {
        result[index] = try byMonth(alone, shared)
      }
    }
    return result
  }

  private func byMonth(_ candidates: [[Fit]], _ months: Set<Month>) throws -> [Segment] {
    try months.sorted().compactMap { month in
      let holding = candidates.filter { covers($0, [month]) }
      guard let fit = best(holding, in: [month...month])?.first else {
        throw Declined("held by longer periods only")
      }
      return Segment(fit: fit, periods: fit.periods(in: month...month))
    }
  }

  // MARK: Values that tables name

  /// Chooses again, for rows whose table does not name every value that the answer has.
  func naming(_ chosen: [Sources], _ spans: [Span]) -> [Sources] {
    guard !breakdown.isEmpty, spans.count > 1 else { return chosen }
    let asked = values(of: chosen)
    return zip(chosen, spans).map { sources, span in
      let fits = sources.joined().map(\.fit)
      guard !fits.isEmpty, !fits.allSatisfy({ namesAll($0, asked) }) else { return sources }
      let names = { (one: [Fit]) in one.allSatisfy { self.namesAll($0, asked) } }
      if let better = try? self.sources(span, among: names), !better.joined().isEmpty {
        return better
      }
      let most = fits.map { count($0, asked) }.min() ?? 0
      if self.fits.joined().contains(where: {
        count($0, asked) > most && covers([$0], Set(span.months))
      }) {
        doubts.insert("no table names every value, and another names more")
      }
      return sources
    }
  }

  private func values(of chosen: [Sources]) -> [Set<Int>] {
    var asked = breakdown.map { _ in Set<Int>() }
    for segment in chosen.joined().joined() {
      for (key, sum) in segment.fit.cells(in: segment.periods) where sum.total != 0 {
        for index in breakdown.indices {
          let member = member(index, of: key)
          if member < 1023, !catalogue.isRest(member, of: breakdown[index]) {
            asked[index].insert(member)
          }
        }
      }
    }
    return asked
  }

  private func namesAll(_ fit: Fit, _ asked: [Set<Int>]) -> Bool {
    asked.indices.allSatisfy { index in asked[index].allSatisfy { fit.names($0, at: index) } }
  }

  private func count(_ fit: Fit, _ asked: [Set<Int>]) -> Int {
    asked.indices.reduce(0) { sum, index in sum + asked[index].count { fit.names($0, at: index) } }
  }
}
