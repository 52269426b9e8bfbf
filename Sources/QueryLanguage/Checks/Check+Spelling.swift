import Catalog

/// Writes a statement in its canonical form.
extension Check {
  /// Without the word `check` and the format.
  package var spelling: String {
    var parts: [String] = change == nil ? [] : ["change in"]
    parts.append(subject.spelling)
    if let periods = change?.periods {
      parts.append("from \(periods.from.spelling) to \(periods.to.spelling)")
    }
    parts.append(judgment.spelling)
    return parts.joined(separator: " ")
  }
}

extension Judgment {
  /// As written after a question: `is lowest since jul 2020`, `= -18%`.
  package var spelling: String {
    switch verdict {
    case .superlative(let kind, let reach): "is \(negation)\(kind.rawValue)\(reach.spelling)"
    case .first(let event, let reach): "is \(negation)first \(event.spelling)\(reach.spelling)"
    case .value(let degree, let amount):
      degree.isSign && !isNegated
        ? "\(degree.rawValue) \(amount.spelling)"
        : "is \(negation)\(degree.rawValue) \(amount.spelling)"
    case .moved(let direction, let step):
      "\(negation)\(direction.rawValue)" + (step.map { " \($0.spelling)" } ?? "")
    case .multiplied(let multiple, let isNearly):
      "\(negation)\(isNearly ? "nearly " : "")\(multiple.rawValue)"
    }
  }

  private var negation: String { isNegated ? "not " : "" }
}

extension Judgment.Reach {
  fileprivate var spelling: String {
    (unit.map { " \($0.keyword)" } ?? "") + " since \(since.spelling)"
  }
}

extension Judgment.Event {
  fileprivate var spelling: String {
    switch self {
    case .above(let amount): "above \(amount.spelling)"
    case .below(let amount): "below \(amount.spelling)"
    case .rise: "rise"
    case .fall: "fall"
    }
  }
}

extension Judgment.Step {
  fileprivate var spelling: String {
    degree == .equal
      ? "by \(amount.spelling)" : "by \(degree.rawValue) \(amount.spelling)"
  }
}

extension Judgment.Degree {
  /// Whether it is written as a sign.
  package var isSign: Bool {
    switch self {
    case .equal, .notEqual, .less, .atMost, .greater, .atLeast: true
    case .about, .nearly, .moreThan, .lessThan: false
    }
  }
}
