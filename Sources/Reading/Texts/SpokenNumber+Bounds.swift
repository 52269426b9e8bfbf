import QueryLanguage

/// A number as other judgments take it.
extension SpokenNumber {
  /// What holds where no one is so: `no month surpassed 12,500`.
  var denied: SpokenNumber? {
    var number = self
    switch degree {
    case .moreThan, .greater, .atLeast: number.degree = .atMost
    case .lessThan, .less, .atMost: number.degree = .atLeast
    case .equal, .notEqual, .about, .nearly: return nil
    }
    return number
  }

  /// As a judgment that it is not so: `never more than one tenth`, `was not 47,324`.
  var denial: String? {
    if let denied { return denied.rounded.judgment }
    return degree == .equal ? "!= \(rounded.text)" : nil
  }

  /// As a bound: `above 50,000`.
  var bound: String? {
    switch degree {
    case .moreThan, .greater, .atLeast: "above \(text)"
    case .lessThan, .less, .atMost: "below \(text)"
    case .equal, .notEqual, .about, .nearly: nil
    }
  }

  /// A bare round number is meant to its last digit that is not zero: `85,000` is `85k`.
  var rounded: SpokenNumber {
    guard kind == .count, degree == .equal, !isExact, digits > 0, digits <= 3 else { return self }
    let whole = text.filter { $0 != "," }
    var number = self
    if whole.hasSuffix("000000") {
      number.text = String(whole.dropLast(6)) + "m"
    } else if whole.hasSuffix("000") {
      number.text = String(whole.dropLast(3)) + "k"
    }
    return number
  }
}
