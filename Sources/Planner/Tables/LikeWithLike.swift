import Catalog
import QueryLanguage

/// Periods that are compared are taken from one publication where one holds them all: from one
/// series of files, or from the tables of one release.
///
/// A change between two publications reflects a change in how they count as much as one in the
/// world.
struct LikeWithLike {
  private let supply: [FigureTables]
  private let frames: [Frame]

  /// `frames` say where each figure comes from when each period is answered by the best table for
  /// it.
  init(_ supply: [FigureTables], _ frames: [Frame]) {
    self.supply = supply
    self.frames = frames
  }

  /// The same figures, with the tables before all others that answer all of their periods; `nil`
  /// where nothing changes.
  var narrowed: [FigureTables]? {
    var found = supply
    var isChanged = false
    for group in expressions where group.contains(where: isStitched) {
      let together = group.count > 1 ? shared(by: group) : nil
      for figure in group {
        guard let kin = together.map({ places(of: figure, like: $0) }) ?? alone(figure) else {
          continue
        }
        found[figure] = supply[figure].preferring(kin)
        isChanged = true
      }
    }
    return isChanged ? found : nil
  }

  /// The figures that are parts of one expression, together.
  private var expressions: [[Int]] {
    var groups: [[Int]] = []
    for index in supply.indices {
      let own = supply[index].figure
      let known = groups.firstIndex { group in
        own.expression != nil && supply[group[0]].figure.expression == own.expression
      }
      if let known { groups[known].append(index) } else { groups.append([index]) }
    }
    return groups
  }

  /// Whether the periods of a figure come from several publications.
  private func isStitched(_ figure: Int) -> Bool {
    let datasets = frames.flatMap { $0.figures[figure].segments.map(\.candidate.dataset) }
    guard let first = datasets.first else { return false }
    return datasets.contains { !$0.isKin(of: first) }
  }

  /// A dataset of the tables that answer all parts of an expression in all periods.
  private func shared(by figures: [Int]) -> Dataset? {
    let first = supply[figures[0]]
    let wanted = figures.map { (figure: $0, periods: answers($0)) }
    return kin(of: figures[0], wanted[0].periods).lazy.map { first.candidates[$0[0]].dataset }
      .first { dataset in
        wanted.allSatisfy { holdsAll($0.figure, $0.periods, places(of: $0.figure, like: dataset)) }
      }
  }

  private func places(of figure: Int, like dataset: Dataset) -> [Int] {
    supply[figure].candidates.indices.filter {
      supply[figure].candidates[$0].dataset.isKin(of: dataset)
    }
  }

  /// The tables that answer all periods of one figure; `nil` where they do so already.
  private func alone(_ figure: Int) -> [Int]? {
    guard isStitched(figure) else { return nil }
    let wanted = answers(figure)
    return kin(of: figure, wanted).first { holdsAll(figure, wanted, $0) }
  }

  /// Candidates that count alike, in order of preference. Neither other compilers nor what a user
  /// declared replace publishers.
  private func kin(of figure: Int, _ wanted: [Answered]) -> [[Int]] {
    let own = supply[figure]
    let used = frames.flatMap { $0.figures[figure].segments.map(\.candidate) }
    let hasPublishers = used.contains { !own.isSecondary($0) }
    let isDeclared = used.allSatisfy { $0.dataset.standing == .declared }
    let held = DaySet(wanted.flatMap(\.held.ranges))
    return own.kin(inOrderFor: held.hull).filter { places in
      reaches(held, figure, places)
        && places.allSatisfy { place in
          let candidate = own.candidates[place]
          return !(hasPublishers && own.isSecondary(candidate))
            && (isDeclared || candidate.dataset.standing != .declared)
        }
    }
  }

  /// Whether some tables can hold all of some days: looked at before each period of them is. One
  /// level is enough for a period, wherever in it.
  private func reaches(_ days: DaySet, _ figure: Int, _ places: [Int]) -> Bool {
    supply[figure].figure.measure.kind == .stock
      || days.subtracting(
        DaySet(places.flatMap { supply[figure].candidates[$0].runs.map(\.days) })
      ).isEmpty
  }

  /// Whether some tables answer as much of every period as all tables together do.
  private func holdsAll(_ figure: Int, _ wanted: [Answered], _ places: [Int]) -> Bool {
    guard !places.isEmpty else { return false }
    let alone = supply[figure].alone(places)
    let isLevel = supply[figure].figure.measure.kind == .stock
    return wanted.allSatisfy { days, held in
      let own = alone.uses(for: days)
      return isLevel ? !own.isEmpty : held.subtracting(own.days).isEmpty
    }
  }

  /// The days of a period that has an answer, and what is held of them.
  private typealias Answered = (days: DaySet, held: DaySet)

  /// Those of every frame.
  private func answers(_ figure: Int) -> [Answered] {
    frames.flatMap { frame -> [Answered] in
      let own = frame.figures[figure]
      let pieces = own.figure.fold.map { frame.folds[$0].pieces } ?? frame.pieces
      var held = pieces.map { _ in [DayRange]() }
      for use in own.segments.flatMap(\.uses) { held[use.piece] += use.days.ranges }
      return pieces.indices.compactMap { piece in
        held[piece].isEmpty ? nil : (pieces[piece].days, DaySet(held[piece]))
      }
    }
  }
}

extension ResolvedQuery {
  /// Whether periods are compared with one another.
  var comparesPeriods: Bool {
    guard !keys.contains(.source) else { return false }
    // Years to date are shown together to be compared.
    return versus != nil || isYearToDate && keys.contains(.time(.fiscalYear))
      || extras.columns.contains { extra in
        switch extra {
        case .change, .yearOverYear, .index, .rolling: true
        case .share, .running, .rank: false
        }
      }
  }
}
