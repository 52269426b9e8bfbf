import Catalog

/// What a part of a sentence states: the words that make it a statement.
struct TextAnchor {
  enum Kind {
    case value(SpokenNumber)
    /// By how much something changed; `nil` where only the direction is said.
    case change(SpokenNumber?, isRise: Bool)
    /// How many times as many; `isLess` where the earlier is that many times the later.
    case multiple(SpokenNumber, isLess: Bool)
    case share(SpokenNumber)
    /// The place among other periods: `the second highest since 2020`.
    case superlative(isHigh: Bool, rank: Int)
    /// One value against another of its dimension, by the mark between: `more at ports than between
    /// ports`.
    case versus(isMore: Bool, than: Int)
    /// The place among the values of a dimension: `the busiest sector`; `nil` for the dimension of
    /// the value that is told.
    case place(isHigh: Bool, rank: Int, dimension: Int?)
  }

  var kind: Kind
  /// The marks that make it.
  var marks: ClosedRange<Int>
  /// Its tokens.
  var tokens: Range<Int>

  /// Which end of a change its number is: `from 249,740`, `to the 46,612`.
  func end(_ marks: [TextMark], _ tokens: [TextToken]) -> TextEnd? {
    guard marks.indices.contains(self.marks.upperBound) else { return nil }
    var first = marks[self.marks.upperBound].tokens.lowerBound
    if first > 1, tokens[first - 1].lower == "the" { first -= 1 }
    return first > 0 ? TextEnd(rawValue: tokens[first - 1].lower) : nil
  }

  /// Whether a time after it is what is compared with: `five times the low of February 2021`.
  func isBase(after token: Int) -> Bool {
    if case .multiple(let number, _) = kind, number.isFactor {
      token >= tokens.upperBound
    } else {
      false
    }
  }

  /// Whether it states no number.
  var isWord: Bool {
    switch kind {
    case .superlative, .place, .versus, .change(nil, _): true
    case .value, .share, .multiple, .change: false
    }
  }

  /// Whether it says how many times what follows it.
  var isFactor: Bool {
    if case .multiple(let number, _) = kind { number.isFactor } else { false }
  }

  var isShare: Bool { if case .share = kind { true } else { false } }

  var isValue: Bool { if case .value = kind { true } else { false } }

  var isChange: Bool {
    switch kind {
    case .change, .multiple: true
    case .value, .share, .superlative, .place, .versus: false
    }
  }

  /// The number stated; empty where there is none.
  var said: String {
    switch kind {
    case .value(let number), .multiple(let number, _), .share(let number): number.text
    case .change(let number, _): number?.text ?? ""
    case .superlative, .place, .versus: ""
    }
  }
}
