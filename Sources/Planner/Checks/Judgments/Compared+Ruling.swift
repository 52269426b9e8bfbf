import Catalog
import QueryLanguage

extension Compared {
  func ruling(on judged: JudgedFigures) -> Ruling {
    factor.map { judged.ruling(ofQuotient: degree, $0) } ?? beside(judged)
  }

  private func beside(_ judged: JudgedFigures) -> Ruling {
    var ruling = judged.ruling(on: .difference, difference)
    ruling.allowed = nil
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
