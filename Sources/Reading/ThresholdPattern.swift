import Catalog
import QueryLanguage

/// Periods or values whose figures are above or below a number: `in which years were removals more
/// than 400,000`.
enum ThresholdPattern: Pattern {
  static let parts: Set<SpokenWord.Part> = [.rise, .fall, .ever]

  static func statement(of choice: Choice) -> String? {
    let line = choice.line
    let named = choice.keys + line.looseKeys.map(\.key)
    // `have removals ever exceeded 400,000`: in a year.
    let keys = named.isEmpty && !choice.isOnePeriod ? [choice.year] : named
    guard let amount = line.amounts.only?.stated, !amount.isPercent, !keys.isEmpty,
      let own = choice.counted.only, own.values.isEmpty, let sign = amount.degree.comparison
    else { return nil }
    let question = choice.question(by: keys, choice.periods())
    // A test on figures is listed with those on values.
    guard !question.contains(" where ") else { return nil }
    return "\(question) where \(own.expression) \(sign) \(amount.number)"
  }
}

extension Degree {
  /// The sign of a test on figures; `nil` where it is no test.
  fileprivate var comparison: String? {
    switch self {
    case .greater, .moreThan: ">"
    case .atLeast: ">="
    case .less, .lessThan: "<"
    case .atMost: "<="
    case .equal, .notEqual, .about, .nearly: nil
    }
  }
}
