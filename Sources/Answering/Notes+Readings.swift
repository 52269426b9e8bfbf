import Catalog
import Planner
import QueryLanguage
import Results

/// What must be said of levels: on which day each was read.
extension Notes {
  static func readings(of index: Int, _ plan: QueryPlan) -> [Note] {
    let figure = plan.figures[index]
    guard let last = figure.held.last(where: { !$0.isEmpty })?.hull?.last else { return [] }
    if figure.figure.fold != nil { return [Note(.understood, "the last reading of each period")] }
    let whose = plan.figures.count > 1 ? "\(plan.label(of: figure)): " : ""
    let others = plan.references.compactMap { reference in
      reference.frame.figures[index].held.last { !$0.isEmpty }?.hull.map {
        Period.day($0.last).label
      }
    }
    let date = ([Period.day(last).label] + others).joined(by: ", against ")
    guard plan.pieces.count > 1 else {
      return [Note(.understood, "\(whose)a level, the reading of \(date)")]
        + unequalTimes(of: index, plan, whose)
    }
    return [
      Note(.understood, "\(whose)the last reading of each period, the newest of \(date)")
    ] + early(of: index, plan, whose) + unequalTimes(of: index, plan, whose)
  }

  /// More dates than these are counted on a screen.
  private static let mostDates = 4

  /// The readings that are not of the last day of their period: `FY2012 on 31 Dec 2011`.
  private static func early(of index: Int, _ plan: QueryPlan, _ whose: String) -> [Note] {
    let readings = Reading.all(of: index, plan.main)
    let early = readings.dropLast().filter { !$0.isAtEnd }.map {
      "\($0.name) on \(Period.day($0.day).label)"
    }
    return listed("\(whose)not read at the end of the period: ", early)
  }

  /// Changes between readings that are further apart, or less far, than their periods.
  private static func unequalTimes(
    of index: Int,
    _ plan: QueryPlan,
    _ whose: String
  ) -> [Note] {
    var steps: [(from: Reading, to: Reading)] = []
    let rows = Reading.all(of: index, plan.main)
    if plan.query.extras.contains(.change) {
      steps += zip(rows, rows.dropFirst()).filter { $0.piece + 1 == $1.piece }.map { ($0, $1) }
    }
    for reference in plan.references where reference.kind.comparesPlaces {
      let others = Reading.all(of: index, reference.frame)
      steps += rows.compactMap { row in
        others.first { $0.piece == row.piece }.map { ($0, row) }
      }
    }
    let unequal = steps.filter { !$0.to.isAsFar(from: $0.from) }.map { step in
      "\(step.to.name) \(step.to.months(since: step.from)) months after \(step.from.name)"
    }
    return listed("\(whose)changes over unequal times: ", unequal)
  }

  private static func listed(_ lead: String, _ items: [String]) -> [Note] {
    guard !items.isEmpty else { return [] }
    let more = items.count - mostDates
    let shown = items.prefix(mostDates).joined(separator: ", ")
    return [
      Note(
        .understood,
        lead + shown + (more > 0 ? ", and \(more) more" : ""),
        inFull: lead + items.joined(separator: ", ")
      )
    ]
  }
}

/// A level of one row, and the day on which it was read.
private struct Reading {
  let piece: Int
  let name: String
  let day: Day
  /// The last day that the row asks for.
  let end: Day

  var isAtEnd: Bool { day == end }

  static func all(of figure: Int, _ frame: Frame) -> [Reading] {
    frame.pieces.indices.compactMap { index in
      let piece = frame.pieces[index]
      guard !piece.isContext, let day = frame.figures[figure].held[index].hull?.last,
        let end = piece.days.hull?.last
      else { return nil }
      return Reading(piece: index, name: piece.name, day: day, end: end)
    }
  }

  /// Whether the readings are as far apart as their periods, to within two weeks.
  func isAsFar(from other: Reading) -> Bool {
    let days = day.number - other.day.number
    let usual = end.number - other.end.number
    return (usual - 14...usual + 14).contains(days)
  }

  /// In months, to the nearest.
  func months(since other: Reading) -> Int {
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
