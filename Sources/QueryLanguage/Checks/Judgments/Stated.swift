package import Diagnostics

/// `= 108,733`, `is about 740k`, `more than 50%` — a number, and how the value relates to it.
package struct Stated: JudgmentForm {
  package static let beginnings = [
    "about", "nearly", "more than", "less than", "at least", "at most",
  ]

  package let degree: Degree
  package let amount: Amount

  package static func parse(from parser: inout Parser) throws(Diagnostic) -> Stated? {
    if let degree = Degree.parse(from: &parser) {
      return Stated(degree: degree, amount: try Amount(from: &parser))
    }
    // A number or a part alone; any other word begins another form.
    guard parser.current?.word == nil || parser.hasAmount(0) else { return nil }
    return Stated(degree: .equal, amount: try Amount(from: &parser))
  }

  package func spelling(isNegated: Bool) -> String {
    let words = "\(degree.rawValue) \(amount.spelling)"
    return isNegated ? "is not \(words)" : degree.isSign ? words : "is \(words)"
  }

  package var amounts: [Amount] { [amount] }
  package var statesNumber: Bool { degree != .notEqual }
  package var isRoundlySaid: Bool { degree.isRoundlySaid }
}
