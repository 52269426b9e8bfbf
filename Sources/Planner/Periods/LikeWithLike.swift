import Catalog
import QueryLanguage

/// Periods that are compared are taken from one series where one holds them all.
///
/// A change between two tables is one of the tables as much as of the world.
struct LikeWithLike {
  private let supply: [Supply]
  private let frames: [Frame]

  /// `frames` say where each figure comes from when each period is answered by the best table for it.
  init(_ supply: [Supply], _ frames: [Frame]) {
    self.supply = supply
    self.frames = frames
  }

  /// The same figures with only the series that answers all of their periods; `nil` where nothing changes.
  var narrowed: [Supply]? {
    var found = supply
    var isChanged = false
    for group in expressions where group.contains(where: isStitched) {
      guard let series = group.count > 1 ? shared(by: group) : nil else {
        for figure in group where isStitched(figure) {
          guard let series = series(for: figure) else { continue }
          found[figure] = supply[figure].only(series)
          isChanged = true
        }
        continue
      }
      for figure in group { found[figure] = supply[figure].only(series) }
      isChanged = true
    }
    return isChanged ? found : nil
  }

  /// The figures that are parts of one expression, together.
  private var expressions: [[Int]] {
    var groups: [[Int]] = []
    for index in supply.indices {
      let own = supply[index].figure
      let known = groups.firstIndex { group in
        let other = supply[group[0]].figure
        return own.expression != nil && other.expression == own.expression
      }
      if let known { groups[known].append(index) } else { groups.append([index]) }
    }
    return groups
  }

  /// Whether the periods of a figure come from several series.
  private func isStitched(_ figure: Int) -> Bool {
    let datasets = frames.flatMap { $0.figures[figure].segments.map(\.candidate.dataset) }
    guard let first = datasets.first else { return false }
    return datasets.contains { !$0.isSameSeries(as: first) }
  }

  private func shared(by figures: [Int]) -> Int? {
    supply[figures[0]].seriesInOrder(over: hull(of: figures[0])).first { series in
      figures.allSatisfy { holdsAll($0, series) }
    }
  }

  private func series(for figure: Int) -> Int? {
    supply[figure].seriesInOrder(over: hull(of: figure)).first { holdsAll(figure, $0) }
  }

  /// Whether a series answers as much of every period as all tables together do.
  private func holdsAll(_ figure: Int, _ series: Int) -> Bool {
    guard supply[figure].hasSeries(series) else { return false }
    let alone = supply[figure].only(series)
    let isLevel = supply[figure].figure.measure.kind == .stock
    return frames.allSatisfy { frame in
      answers(figure, in: frame).allSatisfy { days, held in
        let own = alone.uses(for: days)
        return isLevel ? !own.isEmpty : held.subtracting(own.days).isEmpty
      }
    }
  }

  /// The days of each period of a frame that has an answer, and what is held of them.
  private func answers(_ figure: Int, in frame: Frame) -> [(days: DaySet, held: DaySet)] {
    let own = frame.figures[figure]
    let pieces = own.figure.fold.map { frame.folds[$0].pieces } ?? frame.pieces
    return pieces.indices.compactMap { piece in
      let held = DaySet(own.segments.flatMap { $0.uses }.filter { $0.piece == piece }.flatMap(\.days.ranges))
      return held.isEmpty ? nil : (pieces[piece].days, held)
    }
  }

  private func hull(of figure: Int) -> DayRange? {
    DaySet(frames.flatMap { answers(figure, in: $0).flatMap(\.held.ranges) }).hull
  }
}

extension ResolvedQuery {
  /// Whether periods are compared with one another.
  var comparesPeriods: Bool {
    guard !keys.contains(.source) else { return false }
    return versus != nil
      || extras.columns.contains { extra in
        switch extra {
        case .change, .yearOverYear, .index, .rolling: true
        case .share, .running, .rank: false
        }
      }
  }
}
