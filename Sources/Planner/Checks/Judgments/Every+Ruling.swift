import Catalog
import QueryLanguage

extension Every {
  func ruling(on judged: JudgedFigures) -> Ruling {
    let plan = judged.plan
    let places = (plan.compared + [plan.subject]).sorted()
    let tests = places.map { passes($0, judged) }
    let failing = tests.firstIndex(of: .no).map { places[$0] }
    var ruling = Ruling(
      // A period of which nothing is held is unknown; one that is held in part can decide.
      truth: tests.reduce(.yes) { $0 && $1 },
      value: judged.printed[plan.subject],
      kind: .figure,
      allowed: allowed(judged),
      runnerUp: failing,
      runnerUpRole: .exception
    )
    ruling.told.append(
      .each(count: tests.count { $0 == .yes }, of: places.count, except: failing)
    )
    return ruling
  }

  private func passes(_ place: Int, _ judged: JudgedFigures) -> Truth {
    if let allowed = allowed(judged) {
      return judged.figures[place].map(allowed.contains) ?? .unknown
    }
    guard let period = judged.plan.pieces[place].period else { return .unknown }
    let (other, isAbove) =
      switch condition {
      case .moved(let direction): (period.previous, direction == .rose)
      case .yearBefore(let isAbove): (period.yearBefore, isAbove)
      case .stated, .ranged: (period, false)
      }
    guard let before = judged.place(of: other) else { return .unknown }
    return isAbove ? judged.isAbove(place, before) : judged.isAbove(before, place)
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
