package import Catalog
import QueryLanguage

/// Two sources that follow one another, and a period that both hold.
package struct Seam: Sendable {
  /// Index into the question's figures.
  package let figure: Int
  /// The name of the shared period; empty where there is none.
  package let label: String
  /// The shared period; `nil` where there is none, so that nobody knows how the two differ.
  package let days: DayRange?
  /// The datasets on both sides of the seam, in the order of time.
  package let earlier: Candidate
  package let later: Candidate
  /// The rows between which they meet, or the row that is compared.
  package let pieces: [Int]
  /// The place of the last dimension of the rows; the two sources are compared for each of its
  /// values; `nil` where rows are not broken down.
  package let key: Int?
  /// The days of the later row, where it is compared with the shared period.
  package let following: DayRange?
}

extension Seam {
  /// Where two sources meet inside an answer, or between it and what it is compared with.
  static func all(
    _ query: ResolvedQuery,
    _ main: Frame,
    _ references: [Reference]
  ) -> [Seam] {
    guard !query.keys.contains(.source), query.folds.isEmpty else { return [] }
    let key = query.keys.filter { $0.dimension != nil }.indices.last
    let inside = main.figures.indices.flatMap {
      all(in: main.figures[$0], main.pieces, figure: $0, key, isCompared: query.comparesPeriods)
    }
    return inside
      + references.filter { $0.kind == .versus }.flatMap { reference in
        main.figures.indices.flatMap {
          all(between: main, and: reference.frame, figure: $0, key: key)
        }
      }
  }

  /// Where the source changes from one row to the next, with a period that both sources hold.
  private static func all(
    in plan: FigurePlan,
    _ pieces: [RowPeriod],
    figure: Int,
    _ key: Int?,
    isCompared: Bool
  ) -> [Seam] {
    guard plan.segments.count > 1 else { return [] }
    var found: [Seam] = []
    var last: (piece: Int, candidate: Candidate)?
    for index in pieces.indices {
      guard let own = plan.only(index) else { continue }
      defer { last = (index, own) }
      guard let before = last, !before.candidate.dataset.isKin(of: own.dataset),
        !found.contains(where: { $0.joins(before.candidate, own) }),
        let seam = Seam(
          figure,
          (pieces[before.piece], plan.rows[before.piece].held, before.candidate),
          (pieces[index], plan.rows[index].held, own),
          pieces: [before.piece, index],
          key: key,
          isCompared: isCompared
        )
      else { continue }
      found.append(seam)
    }
    return found
  }

  private func joins(_ a: Candidate, _ b: Candidate) -> Bool {
    (earlier.dataset, later.dataset) == (a.dataset, b.dataset)
      || (earlier.dataset, later.dataset) == (b.dataset, a.dataset)
  }

  /// Where a row and the period that it is compared with come from two sources.
  private static func all(
    between main: Frame,
    and other: Frame,
    figure: Int,
    key: Int?
  ) -> [Seam] {
    let (own, theirs) = (main.figures[figure], other.figures[figure])
    for index in main.pieces.indices where other.pieces.indices.contains(index) {
      guard let a = own.only(index), let b = theirs.only(index), !a.dataset.isKin(of: b.dataset),
        let seam = Seam(
          figure,
          (other.pieces[index], theirs.rows[index].held, b),
          (main.pieces[index], own.rows[index].held, a),
          pieces: [index],
          key: key,
          isCompared: true
        )
      else { continue }
      return [seam]
    }
    return []
  }

  /// A side of a seam: a row, what is held of it, and where that comes from.
  private typealias Side = (piece: RowPeriod, held: DaySet, candidate: Candidate)

  /// `nil` where sums would lack withheld cells, or where there is no period that both hold and
  /// nothing is compared.
  private init?(
    _ figure: Int,
    _ earlier: Side,
    _ later: Side,
    pieces: [Int],
    key: Int?,
    isCompared: Bool
  ) {
    let candidates = [earlier.candidate, later.candidate]
    guard !candidates.contains(where: \.sumsWithheld),
      // What one of the sources withholds of a value would be missing from its sum.
      key == nil || !candidates.contains(where: { $0.holding.withheld > 0 })
    else { return nil }
    let days = Self.shared(earlier, later)
    guard days != nil || isCompared else { return nil }
    self.init(
      figure: figure,
      label: days.map { Self.title(of: $0, [earlier.piece, later.piece]) } ?? "",
      days: days,
      earlier: earlier.candidate,
      later: later.candidate,
      pieces: pieces,
      key: key,
      following: isCompared && days.map { DaySet([$0]) } == earlier.piece.days
        ? later.piece.days.ranges.only : nil
    )
  }

  /// A period that both sources hold: one of the two rows; otherwise the last period of their
  /// length.
  private static func shared(_ earlier: Side, _ later: Side) -> DayRange? {
    for (side, rival) in [(earlier, later), (later, earlier)] {
      guard let days = side.piece.days.ranges.only, side.held.contains(days),
        rival.candidate.covers(days)
      else { continue }
      return days
    }
    guard let unit = (later.piece.period ?? Period(exactly: later.piece.whole))?.unit else {
      return nil
    }
    let end = min(
      earlier.candidate.runs.last?.days.last ?? .distantPast,
      later.candidate.runs.last?.days.last ?? .distantPast
    )
    guard end > .distantPast else { return nil }
    var period = Period(unit, containing: end)
    for _ in 0..<farthest {
      if earlier.candidate.covers(period.days), later.candidate.covers(period.days) {
        return period.days
      }
      period = period.previous
    }
    return nil
  }

  /// One of the two rows by its name, or the days.
  private static func title(of days: DayRange, _ pieces: [RowPeriod]) -> String {
    pieces.first { $0.days == DaySet([days]) }?.label ?? name(of: days)
  }

  /// How many periods back a shared one is looked for.
  private static let farthest = 240
}

extension FigurePlan {
  /// A dataset of the series that answers a row alone.
  fileprivate func only(_ piece: Int) -> Candidate? {
    let own = rows[piece].sources.map { segments[$0].candidate }
    guard let first = own.first, own.allSatisfy({ $0.dataset.isSameSeries(as: first.dataset) })
    else { return nil }
    return first
  }
}
