import Catalog
import Planner
import QueryLanguage
import Results

/// What must be said of levels: on which day each was read.
extension Notes {
  static func readings(of index: Int, _ plan: QueryPlan) -> [Note] {
    let figure = plan.figures[index]
    guard let last = figure.lastHeldRow?.held.hull?.last else { return [] }
    if figure.figure.fold != nil { return [Note(.understood, "the last reading of each period")] }
    let whose = plan.figures.count > 1 ? "\(plan.label(of: figure)): " : ""
    let others = plan.references.compactMap { reference in
      reference.frame.figures[index].lastHeldRow?.held.hull.map {
        Period.day($0.last).label
      }
    }
    let date = ([Period.day(last).label] + others).joined(by: ", against ")
    guard plan.pieces.count > 1 else {
      return [Note(.understood, "\(whose)a level, the reading of \(date)")]
        + unequalTimes(of: index, plan, whose)
    }
    let early = LevelReading.all(of: index, plan.main).dropLast().filter { $0.daysLeft > 0 }
    let lead = "\(whose)the last reading of each period, the newest of \(date)"
    return [
      Note(
        .understood,
        ([lead] + listed(early.filter { $0.daysLeft > daysOfGrace })).joined(by: "; "),
        inFull: ([lead] + early.map(\.words)).joined(by: "; ")
      )
    ] + unequalTimes(of: index, plan, whose)
  }

  /// A reading at most this many days early is not mentioned on a screen.
  private static let daysOfGrace = 7
  /// More readings than these are only counted on a screen.
  private static let mostListed = 4

  private static func listed(_ early: [LevelReading]) -> [String] {
    let more = early.count - mostListed
    return early.prefix(mostListed).map(\.words) + (more > 0 ? ["\(more) more are early"] : [])
  }

  /// Changes between readings whose distance differs from that of their periods.
  private static func unequalTimes(
    of index: Int,
    _ plan: QueryPlan,
    _ whose: String
  ) -> [Note] {
    var steps: [(from: LevelReading, to: LevelReading)] = []
    let rows = LevelReading.all(of: index, plan.main)
    if plan.query.extras.contains(.change) {
      steps += zip(rows, rows.dropFirst()).filter { $0.piece + 1 == $1.piece }.map { ($0, $1) }
    }
    for reference in plan.references where reference.kind.comparesPlaces {
      let others = LevelReading.all(of: index, reference.frame)
      steps += rows.compactMap { row in
        others.first { $0.piece == row.piece }.map { ($0, row) }
      }
    }
    let unequal = steps.filter { !$0.to.isAsFar(from: $0.from) }.map { step in
      "\(step.to.name) \(step.to.months(since: step.from)) months after \(step.from.name)"
    }
    guard !unequal.isEmpty else { return [] }
    let lead = "\(whose)changes over unequal times: "
    let more = unequal.count - mostListed
    return [
      Note(
        .understood,
        lead + unequal.prefix(mostListed).joined(separator: ", ")
          + (more > 0 ? ", and \(more) more" : ""),
        inFull: lead + unequal.joined(separator: ", ")
      )
    ]
  }
}

/// A level of one row, and the day on which it was read.
private struct LevelReading {
  let piece: Int
  let name: String
  let day: Day
  /// The last day that the row asks for.
  let end: Day

  /// Number of days from the reading to the end of the row's period.
  var daysLeft: Int { end.number - day.number }
  /// `FY2012 of 31 Dec 2011`
  var words: String { "\(name) of \(Period.day(day).label)" }

  static func all(of figure: Int, _ frame: Frame) -> [LevelReading] {
    frame.pieces.indices.compactMap { index in
      let piece = frame.pieces[index]
      guard !piece.isContext, let day = frame.figures[figure].rows[index].held.hull?.last,
        let end = piece.days.hull?.last
      else { return nil }
      return LevelReading(piece: index, name: piece.label, day: day, end: end)
    }
  }

  /// Whether the readings are as far apart as their periods, to within two weeks.
  func isAsFar(from other: LevelReading) -> Bool {
    let days = day.number - other.day.number
    let usual = end.number - other.end.number
    return (usual - 14...usual + 14).contains(days)
  }

  /// The distance in months, rounded.
  func months(since other: LevelReading) -> Int {
    let (to, from) = (day.date, other.day.date)
    let whole = (to.year - from.year) * 12 + to.month - from.month
    let rest = to.day - from.day
    return rest > 15 ? whole + 1 : rest < -15 ? whole - 1 : whole
  }
}

extension Reference.Kind {
  /// Whether each row is compared with the period in its own place.
  fileprivate var comparesPlaces: Bool {
    switch self {
    case .yearBefore, .versus: true
    case .index: false
    }
  }
}
