extension Number {
  /// The nearest floating-point number.
  package var real: Double {
    switch self {
    case .integer(let number): Double(number)
    case .real(let number): number
    }
  }

  /// A part of a whole in percent.
  package var timesHundred: Number {
    switch self {
    case .integer(let number): .integer(number * 100)
    case .real(let number): .real((number * 100).withoutTail)
    }
  }
}

extension Double {
  /// The number of ten decimals that it is meant to be, where a multiplication left it beside that
  /// by a few units of its last place: 55 for 55.000000000000007.
  fileprivate var withoutTail: Double {
    let decimals = 1e10
    let short = (self * decimals).rounded() / decimals
    return (short - self).magnitude <= 4 * ulp ? short : self
  }
}
