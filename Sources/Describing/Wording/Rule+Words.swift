import Catalog

extension Rule {
  /// What the rule requires: `at most 100 air miles`.
  var demand: String {
    guard let number = Double(quantity) else { return "" }
    let amount = "\(numberWords(number)) \(unit)"
    return bound.isEmpty ? amount : "\(bound) \(amount)"
  }

  private var bound: String {
    switch direction {
    case .atMost: "at most"
    case .atLeast: "at least"
    case .lessThan: "less than"
    case .moreThan: "more than"
    case .equals, .between, .from: ""
    }
  }

  /// When it holds: `from 11 Aug 2004 to 23 Jul 2019`.
  var inForce: String {
    switch (validFrom.isEmpty, validTo.isEmpty) {
    case (true, true): "dates not stated"
    case (false, true): "from \(dateWords(validFrom)), no end recorded"
    case (true, false): "until \(dateWords(validTo))"
    case (false, false): "from \(dateWords(validFrom)) to \(dateWords(validTo))"
    }
  }

  /// Both on one line: `at most 100 air miles, from 11 Aug 2004 to 23 Jul 2019`.
  var line: String {
    [demand, inForce].filter { !$0.isEmpty }.joined(by: ", ")
  }
}
