import QueryLanguage

/// A number of a text, in digits or words, with what it counts and how exactly it is meant.
struct SpokenNumber: Equatable {
  enum Kind { case count, percent, points, part, times }

  var kind: Kind
  /// As the language writes it: `124,220`, `2.48m`, `85k`, `50%`, `a third`, `1 in 17`.
  var text: String
  var value: Double
  var degree = Degree.equal
  /// The other end of `between 6,000 and 9,000`, as the language writes it.
  var upper: String?
  /// Whether somebody said exactly: `exactly`, `a total of`.
  var isExact = false
  var isMoney = false
  /// Below zero with a minus, above with a plus: `(−38 %)`.
  var sign = 0
  /// Whether it precedes what is compared with: `five times the …`, and is no verb.
  var isFactor = false
  /// Whether it is a small number in words: `two`.
  var isWord = false
  /// The digits that are stated, for one in full digits; 0 for words and rounded ones.
  var digits = 0

  /// As a judgment of a figure.
  var judgment: String {
    if let upper { return "is between \(text) and \(upper)" }
    return degree.isSign ? "\(degree.rawValue) \(text)" : "is \(degree.rawValue) \(text)"
  }

  /// As a size after `rose` and `fell`.
  var size: String { degree == .equal ? "by \(text)" : "by \(degree.rawValue) \(text)" }
}
