import Catalog
import Diagnostics
import QueryLanguage

/// Gives each period whole to whoever held office on most of its days.
struct Administrations {
  private let all: [Administration]
  /// The periods of which others held a part, in order.
  private(set) var cut: [Period] = []

  init(_ catalog: any CatalogReader) {
    all = catalog.administrations()
  }

  /// The rows of a question by administration.
  mutating func pieces(
    of query: ResolvedQuery,
    _ supply: [Supply],
    in days: DaySet
  ) -> [Piece] {
    let units = query.keys.compactMap(\.timeUnit)
    let assigned = periods(units, supply, days).compactMap { piece in
      administration(of: piece).map { (piece, $0) }
    }
    return units.isEmpty
      ? joined(assigned) : assigned.map { $0.with($1, keys: query.keys.filter(\.isTime)) }
  }

  /// The periods that go whole to somebody: those of the rows, else months where every figure has
  /// them, else fiscal years.
  private func periods(_ units: [TimeUnit], _ supply: [Supply], _ days: DaySet) -> [Piece] {
    guard units.isEmpty else { return Piece.all(units, in: days) }
    return Piece.all([.fiscalYear], in: days).flatMap { year -> [Piece] in
      let months = Piece.all([.month], in: year.days)
      let areHeld = months.contains { month in
        supply.allSatisfy { $0.candidates.contains { $0.covers(month.whole) } }
      }
      return areHeld ? months : [year]
    }
  }

  private mutating func administration(of piece: Piece) -> Administration? {
    var days: [(Administration, Int)] = []
    for (index, own) in all.enumerated() {
      let end = index + 1 < all.count ? all[index + 1].start.previous : Day.distantFuture
      let count = piece.whole.intersection(DayRange(own.start, end)).count
      if count > 0 { days.append((own, count)) }
    }
    guard let most = days.max(by: { $0.1 < $1.1 }),
      days.reduce(0, { $0 + $1.1 }) == piece.whole.count || most.1 * 2 > piece.whole.count
    else { return nil }
    if days.count > 1, let period = piece.period { cut.append(period) }
    return most.0
  }

  /// One row for each administration.
  private func joined(_ assigned: [(piece: Piece, administration: Administration)]) -> [Piece] {
    var pieces: [Piece] = []
    for own in all {
      let days = DaySet(
        assigned.filter { $0.administration == own }.flatMap(\.piece.days.ranges)
      )
      guard let hull = days.hull else { continue }
      pieces.append(
        Piece(periods: [], codes: [own.id], days: days, whole: hull, administration: own)
      )
    }
    return pieces
  }

  /// Which periods were cut, as a sentence.
  var note: String? {
    guard !cut.isEmpty else { return nil }
    let names = cut.map(\.label).joined(by: ", ")
    return "each period goes whole to whoever held office on most of its days; cut: \(names)"
  }
}

extension Piece {
  /// The same row, told apart by the administration too.
  fileprivate func with(_ own: Administration, keys: [ResolvedQuery.Key]) -> Piece {
    var rest = periods.makeIterator()
    let codes = keys.map { key in
      key == .administration ? own.id : rest.next()?.code ?? 0
    }
    return Piece(periods: periods, codes: codes, days: days, whole: whole, administration: own)
  }
}
