import Catalog
import QueryLanguage

extension Every {
  func ruling(on judged: JudgedFigures) -> Ruling {
    let plan = judged.plan
    let places = (plan.compared + [plan.subject]).sorted()
    let tests = places.map { passes($0, judged) }
    let failing = tests.firstIndex(of: .no).map { places[$0] }
    let isSo = tests.allSatisfy { $0 == .yes }
    let deciding = failing ?? (isSo ? narrowest(of: places, judged) : nil)
    let allowed = allowed(judged)
    // Of figures that are each compared with a number, the one that decides is what is judged.
    let own = allowed == nil ? nil : deciding
    var ruling = Ruling(
      // A period of which nothing is held is unknown; one that is held in part can decide.
      truth: tests.reduce(.yes) { $0 && $1 },
      value: judged.printed[own ?? plan.subject],
      kind: .figure,
      allowed: allowed,
      runnerUp: own == nil ? deciding : nil,
      runnerUpRole: failing == nil ? .narrowest : .exception
    )
    ruling.valuePlace = own
    if let deciding, let counterpart = counterpart(of: deciding, judged) {
      ruling.told.append(.counterpart(counterpart, isYearBefore: isOfYearBefore))
    }
    ruling.told.append(
      .each(
        count: tests.count { $0 == .yes },
        of: places.count,
        except: failing,
        nearest: failing == nil ? own : nil
      )
    )
    return ruling
  }

  private func passes(_ place: Int, _ judged: JudgedFigures) -> Truth {
    if let allowed = allowed(judged) {
      return judged.figures[place].map(allowed.contains) ?? .unknown
    }
    guard let before = counterpart(of: place, judged) else { return .unknown }
    return isUpwards ? judged.isAbove(place, before) : judged.isAbove(before, place)
  }

  /// The place of the period that one is compared with; `nil` where it is compared with a number.
  private func counterpart(of place: Int, _ judged: JudgedFigures) -> Int? {
    guard let period = judged.plan.pieces[place].period else { return nil }
    switch condition {
    case .moved: return judged.place(of: period.previous)
    case .yearBefore: return judged.place(of: period.yearBefore)
    case .stated, .ranged: return nil
    }
  }

  private var isOfYearBefore: Bool { if case .yearBefore = condition { true } else { false } }

  /// Whether each is said to be more than the one it is compared with.
  private var isUpwards: Bool {
    switch condition {
    case .moved(let direction): direction == .rose
    case .yearBefore(let isAbove): isAbove
    case .stated, .ranged: false
    }
  }

  /// The one that does what is said of each by the least.
  private func narrowest(of places: [Int], _ judged: JudgedFigures) -> Int? {
    let allowed = allowed(judged)
    let known = places.compactMap { place -> (place: Int, lead: Fraction)? in
      guard let own = judged.figures[place]?.point else { return nil }
      let others =
        allowed.map { [$0.low.number, $0.high.number].compactMap { $0 } }
        ?? counterpart(of: place, judged).flatMap { judged.figures[$0]?.point }.map { [$0] } ?? []
      return others.map { (own - $0).magnitude }.min().map { (place, $0) }
    }
    return known.min { $0.lead < $1.lead }?.place
  }

  private func allowed(_ judged: JudgedFigures) -> Allowed? {
    switch condition {
    case .stated(let stated):
      judged.allowed(stated.degree, stated.amount).scaled(by: stated.amount.unit)
    case .ranged(let ranged): ranged.allowed(on: .figure)
    case .moved, .yearBefore: nil
    }
  }
}
