import QueryLanguage

/// A number that a line states: `nearly 250,000`, `60 percent`, `2.5 million`.
struct StatedAmount: Equatable {
  /// How the figure relates to it.
  let degree: Degree
  /// As the language writes it: `250,000`, `60%`, `2.5m`.
  let number: String

  var isPercent: Bool { number.hasSuffix("%") }

  /// As a judgment of a figure: `is nearly 250,000`.
  var judgment: String {
    degree.isSign ? "\(degree.rawValue) \(number)" : "is \(degree.rawValue) \(number)"
  }

  /// As the size of a change: `by nearly 60%`.
  var size: String { degree == .equal ? "by \(number)" : "by \(degree.rawValue) \(number)" }
}
