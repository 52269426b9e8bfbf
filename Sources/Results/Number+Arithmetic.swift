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
    case .real(let number): .real(number * 100)
    }
  }
}
