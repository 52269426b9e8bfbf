import Catalog
import QueryLanguage

extension Compared {
  func ruling(on judged: JudgedFigures) -> Ruling {
    factor.map { judged.ruling(ofQuotient: degree, $0) } ?? beside(judged)
  }

  /// More or less than the other. Of spans of unlike length the shorter one decides where it has
  /// more.
  private func beside(_ judged: JudgedFigures) -> Ruling {
    var ruling = judged.ruling(on: .difference, difference)
    ruling.allowed = nil
    let months = judged.plan.comparedMonths
    guard let months, months.own != months.other else { return ruling }
    ruling.told.append(.unlikeLengths)
    let isShorter = months.own < months.other
    guard ruling.truth != .unknown else { return ruling }
    let difference = ruling.value?.interval
    let shortHasMore =
      isShorter
      ? difference.map { $0.low > .number(.zero) } : difference.map { $0.high < .number(.zero) }
    if shortHasMore != true { ruling.truth = .unknown }
    return ruling
  }

  private var difference: Allowed {
    let zero = Interval.Bound.number(.zero)
    switch degree {
    case .greater, .moreThan: return .aboveZero
    case .less, .lessThan: return Allowed.aboveZero.mirrored
    case .atLeast: return Allowed(zero, .positiveInfinity)
    case .atMost: return Allowed(.negativeInfinity, zero)
    case .equal, .about, .nearly: return Allowed(zero, zero)
    case .notEqual: return Allowed(zero, zero, isComplement: true)
    }
  }
}

extension CheckPlan {
  /// The months of the two periods, where sums over time are compared as they stand.
  var comparedMonths: (own: Int, other: Int)? {
    guard check.column.quantity.kind == .flow, check.query.per == nil else { return nil }
    let months = { (days: DaySet) in
      days.ranges.reduce(0) { $0 + Period.all(.month, touching: $1).count }
    }
    guard let second = base.map({ pieces[$0].days }) ?? other?.pieces.first?.days else {
      return nil
    }
    return (months(pieces[subject].days), months(second))
  }
}
