package import Catalog
import QueryLanguage

/// The days that one row is about: a period of each unit of time in the question, cut to its days.
package struct RowPeriod: Hashable, Sendable {
  /// A period for each unit of time in `by`, in that order.
  package let periods: [Period]
  /// The codes of the row's periods in the database: one for each key of time, in their order.
  package let codes: [Int]
  /// The days asked for.
  package let days: DaySet
  /// The days of the whole period; the same as `days` unless the question cuts it.
  package let whole: DayRange
  /// The administration, when rows are broken down by it.
  package let administration: Administration?
  /// The days that the row's are part of, where the data do not hold them all; otherwise `days`.
  package let term: DaySet
  /// Whether the question leaves out a part of the administration's term.
  private let isCutShort: Bool
  /// Whether it is read only for windows over later periods, and is no row of the answer.
  package let isContext: Bool

  package init(
    periods: [Period],
    codes: [Int]? = nil,
    days: DaySet,
    whole: DayRange,
    administration: Administration? = nil,
    term: DaySet? = nil,
    isCutShort: Bool = false,
    isContext: Bool = false
  ) {
    self.periods = periods
    self.codes = codes ?? periods.map(\.code)
    self.days = days
    self.whole = whole
    self.administration = administration
    self.term = term ?? days
    self.isCutShort = isCutShort
    self.isContext = isContext
  }

  /// The shortest period, which distinguishes the rows.
  package var period: Period? { periods.max { $0.days.count > $1.days.count } }

  /// Whether the question leaves out some days of the row's periods, or of its administration's
  /// term.
  package var isCutByQuestion: Bool {
    isCutShort || !periods.isEmpty && days != DaySet([whole])
  }

  /// As it is named in words: the period, the administration, or the dates.
  package var label: String {
    if let administration {
      return period.map { "\($0.label), \(administration.name)" } ?? administration.name
    }
    return period?.label ?? days.ranges.map(name(of:)).joined(by: ", ")
  }

  /// The same days, read only for windows over later periods.
  var asContext: RowPeriod {
    RowPeriod(
      periods: periods,
      codes: codes,
      days: days,
      whole: whole,
      administration: administration,
      isContext: true
    )
  }

  /// The same days with a code for each key of time; 0 for an administration that is not a key.
  func coded(for query: ResolvedQuery) -> RowPeriod {
    var rest = periods.makeIterator()
    let codes = query.keys.filter(\.isTime).map { key in
      key.timeUnit == nil ? 0 : rest.next()?.code ?? 0
    }
    return RowPeriod(periods: periods, codes: codes, days: days, whole: whole, isContext: isContext)
  }

  /// The pieces of a set of days, in order. Without units there is one piece.
  static func all(_ units: [TimeUnit], in days: DaySet) -> [RowPeriod] {
    guard let hull = days.hull else { return [] }
    guard let finest = units.min() else {
      return [RowPeriod(periods: [], days: days, whole: hull)]
    }
    return Period.all(finest, touching: hull).flatMap { period in
      // With years of two kinds, or several units, a period is split where one of another unit
      // ends.
      pieces(of: period.days, units).filter { days.intersection($0.whole).isEmpty == false }.map {
        RowPeriod(periods: $0.periods, days: days.intersection($0.whole), whole: $0.whole)
      }
    }
  }

  private static func pieces(
    of range: DayRange,
    _ units: [TimeUnit]
  ) -> [(periods: [Period], whole: DayRange)] {
    var found: [(periods: [Period], whole: DayRange)] = []
    var day = range.first
    while day <= range.last {
      let periods = units.map { Period($0, containing: day) }
      let whole = periods.reduce(range) { $0.intersection($1.days) }
      found.append((periods, whole))
      day = whole.last.next
    }
    return found
  }

  /// The periods of a finer unit that the piece is made of.
  func pieces(by unit: TimeUnit) -> [RowPeriod] {
    RowPeriod.all([unit], in: days).map { inner in
      RowPeriod(
        periods: periods + inner.periods,
        codes: codes + inner.codes,
        days: inner.days,
        whole: inner.whole
      )
    }
  }
}
