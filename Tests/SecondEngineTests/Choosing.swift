/// Which periods of a series make a part of a row.
struct Segment {
  let fit: Fit
  let periods: [Months]
}

/// What answers one row, by figure; none where a figure is not held or could not be counted.
typealias Sources = [[Segment]]

/// Chooses series for the figures of one expression (LANGUAGE.md 5.0 to 5.4).
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
    /// Whether it names fewer than a tenth of the values that another table names.
    let isCoarse: Bool
    /// What is under `other`, where it is more than a tenth.
    var other: Double
    let isIncomplete: Bool
    /// Withheld cells are missing from its sums.
    let isShort: Bool
    /// As of a day only: when it was published, and how far its release reaches.
    let release: String
    let reach: Month
    let rank: Int
    let isRounded: Bool
    let published: String
    let size: Int

    static func < (left: Place, right: Place) -> Bool {
      if left.isCoarse != right.isCoarse { return right.isCoarse }
      if left.other != right.other { return left.other < right.other }
      if left.isIncomplete != right.isIncomplete { return right.isIncomplete }
      if left.isShort != right.isShort { return right.isShort }
      if left.release != right.release { return left.release > right.release }
      if left.reach != right.reach { return left.reach > right.reach }
      if left.rank != right.rank { return left.rank < right.rank }
      if left.isRounded != right.isRounded { return right.isRounded }
      if left.published != right.published { return left.published > right.published }
      return left.size < right.size
    }
  }

  private func place(_ candidate: [Fit], in rows: [Months]) -> Place {
    var isShort = false
    isLosing = false
    for fit in candidate {
      for months in rows {
        let cells = fit.cells(in: fit.periods(in: months))
        isShort = isShort || cells.values.contains { $0.withheld > 0 && $0.withheld + $0.known > 1 }
        isLosing = isLosing || cells.contains { isLost($0.key, fit) && $0.value.total != 0 }
      }
    }
    let other = candidate.map { otherShare($0, in: rows) }.max() ?? 0
    return Place(
      isCoarse: candidate.contains(where: isCoarse),
      other: other > 0.1 ? other : 0,
      isIncomplete: candidate.contains { !$0.series.isComplete },
      isShort: isShort,
      release: asOf == nil ? "" : candidate.map(\.series.published).min() ?? "",
      reach: asOf == nil ? 0 : candidate.map(\.series.first.reach).min() ?? 0,
      rank: candidate.map { $0.series.first.rank }.max() ?? 0,
      isRounded: candidate.contains { $0.series.first.isRounded },
      published: candidate.map(\.series.published).min() ?? "",
      size: candidate.map(\.series.size).max() ?? 0
    )
  }

  /// Whether the candidate placed last has cells that roll up to nothing.
  private var isLosing = false

  /// The most that a series leaves under `other` of a dimension of the breakdown in a fiscal year that the rows touch.
  private func otherShare(_ fit: Fit, in rows: [Months]) -> Double {
    let years = Set(
      rows.flatMap { fit.periods(in: $0) }.map { FiscalCalendar.year(fiscal: $0.lowerBound) }
    )
    return fit.columns.reduce(0) { most, column in
      // Where the question names the values that it keeps, nothing else is to be kept apart.
      guard !column.isFiner, fit.condition.pinned(column.column) == nil,
        let other = catalogue.dimension(column.column).places["other"]
      else { return most }
      return years.reduce(most) {
        max($0, fit.series.otherShare(of: column.column, in: $1, other: other))
      }
    }
  }

  private func isCoarse(_ fit: Fit) -> Bool {
    breakdown.indices.contains { index in
      // Where the question names the values that it keeps, nothing else is to be kept apart.
      guard fit.condition.pinned(fit.columns[index].column) == nil else { return false }
      let named = { (one: Fit) in
        one.columns[index].isFiner
          ? 0
          : one.series.named(one.columns[index].column).count {
            !self.catalogue.isRest($0, of: self.breakdown[index])
          }
      }
      let (own, most) = (named(fit), fits.joined().map(named).max() ?? 0)
      let column = fit.columns[index].column
      let hasOther =
        catalogue.dimension(column).places["other"].map(fit.series.named(column).contains) ?? false
      return own > 0 && own * 10 < most && hasOther
    }
  }

  /// Whether a cell rolls up to nothing that is kept apart.
  private func isLost(_ key: Key, _ fit: Fit) -> Bool {
    breakdown.indices.contains { index in
      let member = member(index, of: key)
      return fit.columns[index].isFiner
        && (member == 1023 || catalogue.isRest(member, of: breakdown[index]))
    }
  }

  /// The value of one dimension of the breakdown.
  func member(_ index: Int, of key: Key) -> Int {
    key >> (10 * (breakdown.count - 1 - index)) & 1023
  }

  /// The best first. What tables of one publication leave under `other` differs by rounding alone.
  private func placed(_ candidates: [[Fit]], in rows: [Months]) -> [(fits: [Fit], place: Place)] {
    let own = candidates.map { (fits: $0, place: place($0, in: rows)) }
    let source = { (one: [Fit]) in one[0].series.first.source }
    return own.map { one in
      var place = one.place
      place.other =
        own.filter { source($0.fits) == source(one.fits) }.map(\.place.other).min() ?? place.other
      return (fits: one.fits, place: place)
    }.sorted { $0.place < $1.place }
  }

  private func best(_ candidates: [[Fit]], in rows: [Months]) -> [Fit]? {
    guard candidates.count > 1 else { return candidates.first }
    let placed = placed(candidates, in: rows)
    if placed[0].place.other > 0, placed[0].place.other != placed[1].place.other {
      doubts.insert("every table leaves much under `other`")
    }
    if !(placed[0].place < placed[1].place) { doubts.insert("two tables in one place") }
    if placed[0].fits.count > 1,
      placed.contains(where: { $0.place.isShort != placed[0].place.isShort })
    {
      doubts.insert("parts of an expression, of which a table lacks what is withheld")
    }
    doubt(candidates, placed[0], in: rows)
    return placed[0].fits
  }

  /// What the order of the rules leaves open between tables.
  private func doubt(
    _ candidates: [[Fit]],
    _ first: (fits: [Fit], place: Place),
    in rows: [Months]
  ) {
    _ = place(first.fits, in: rows)
    if isLosing,
      candidates.contains(where: { $0.allSatisfy { !$0.columns.contains(where: \.isFiner) } })
    {
      doubts.insert("a dimension rolled up beside the dimension itself")
    }
    let sums = first.fits.contains { fit in
      !first.place.isShort && fit.series.withholds(fit.measure)
        && (fit.columns.count < fit.series.dimensions.count
          || fit.columns.contains(where: \.isFiner))
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

  /// Whether a table tells of a later time, by longer periods or by spans of days too.
  func isHeld(after month: Month) -> Bool {
    let periods = fits.joined().flatMap { $0.series.periods(of: $0.measure).values }
    return (periods + spanned.joined()).contains { $0.upperBound > month }
  }

  // MARK: Rows

  /// The figures of all rows from one publication, one series or the tables of one source: the best that holds as much of
  /// each row as the best tables do. Nothing where none does.
  func together(_ chosen: [Sources], _ spans: [Span]) -> [Sources]? {
    let rows = spans.indices.filter { !chosen[$0].joined().isEmpty }
    let used = rows.flatMap { chosen[$0].joined().map(\.fit.series) }
    guard let first = used.first, !used.allSatisfy({ $0.isKin(of: first) }) else { return chosen }
    let isPublished = used.contains { !$0.isSecondary }
    let known = doubts
    for one in placed(fits[0].map { [$0] }, in: rows.map { spans[$0].months }) {
      let kin = fits.joined().filter { $0.series.isKin(of: one.fits[0].series) }
      // What others counted does not take the place of a publisher.
      if isPublished, kin.contains(where: \.series.isSecondary) { continue }
      if let found = allHeld(chosen, rows, spans, by: Set(kin.map(\.series.name))) { return found }
      doubts = known
    }
    if figures.count > 1 { doubts.insert("parts that are compared each from its own publication") }
    return nil
  }

  private func allHeld(
    _ chosen: [Sources],
    _ rows: [Int],
    _ spans: [Span],
    by names: Set<String>
  ) -> [Sources]? {
    var found = chosen
    let months = { (segments: [Segment]) in Set(segments.flatMap(\.periods).joined()) }
    for row in rows {
      guard
        let own = try? sources(
          spans[row],
          among: { $0.allSatisfy { names.contains($0.series.name) } }
        ),
        zip(own, chosen[row]).allSatisfy({ months($0).isSuperset(of: months($1)) })
      else { return nil }
      found[row] = own
    }
    return found
  }

  func sources(_ candidate: [Fit], _ months: Months) -> Sources {
    candidate.map { [Segment(fit: $0, periods: $0.periods(in: months))] }
  }

  /// What answers a row by itself; `among` keeps some of the candidates.
  func sources(_ span: Span, among isKept: ([Fit]) -> Bool = { _ in true }) throws -> Sources {
    if let years = span.fiscalYears, years.count > 1 { return try sum(of: years, among: isKept) }
    return try sources(span.months, among: isKept)
  }

  /// The same for a part of a row: broken down, from the one series that answers the row where one does.
  func sources(_ span: Span, partOf row: Span?) throws -> Sources {
    guard let row, !breakdown.isEmpty, figures.count == 1, row.months != span.months else {
      return try sources(span)
    }
    let known = doubts
    // Only series that also hold parts: a table of years tells nothing of its quarters.
    let whole = try? sources(row) { $0.allSatisfy { !$0.periods(in: span.months).isEmpty } }
    let answering = Set((whole ?? []).joined().map(\.fit.series.name))
    doubts = known
    guard answering.count == 1,
      let own = try? sources(
        span,
        among: { $0.allSatisfy { answering.contains($0.series.name) } }
      ), !own.joined().isEmpty
    else { return try sources(span) }
    return own
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
    if figures.count > 1, used.count > 1 {
      doubts.insert("parts of one row of several years, from one table or year by year")
    }
    return unmixed(all, years, among: isKept) ?? all
  }

  /// Never two tables in one breakdown that name other values: a value would be in the `other` of one and beside
  /// it. The same from one series, where one holds all.
  private func unmixed(_ all: Sources, _ years: [Months], among isKept: ([Fit]) -> Bool) -> Sources?
  {
    let used = all.joined().map(\.fit)
    guard let first = used.first, !used.allSatisfy({ namesAlike($0, first) }) else { return nil }
    let active = figures.indices.filter { !all[$0].isEmpty }
    let held = Set(all.joined().flatMap(\.periods).joined())
    guard let whole = best(joint(active).filter { covers($0, held) && isKept($0) }, in: years)
    else {
      return nil
    }
    var result: Sources = figures.map { _ in [] }
    for (index, fit) in zip(active, whole) {
      result[index] = years.map { Segment(fit: fit, periods: fit.periods(in: $0)) }
    }
    return result
  }

  private func namesAlike(_ one: Fit, _ other: Fit) -> Bool {
    breakdown.indices.allSatisfy { one.named(at: $0) == other.named(at: $0) }
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

  /// Doubts where a table of the answer names a value, of whatever year, that another does not and a
  /// third one does: whether the answer has it depends on years between those in which it occurs.
  func doubtNames(_ chosen: [Sources], _ spans: [Span]) {
    guard !breakdown.isEmpty, spans.count > 1 else { return }
    let used = chosen.joined().joined().map(\.fit)
    for index in breakdown.indices {
      let all = used.reduce(into: Set<Int>()) { $0.formUnion($1.named(at: index)) }
      guard used.contains(where: { !all.isSubset(of: $0.named(at: index)) }),
        fits.joined().contains(where: { all.isSubset(of: $0.named(at: index)) })
      else { continue }
      doubts.insert("tables that name other values in other years")
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
