import Catalog
import QueryLanguage

/// How many of one thing there are for each of another.
extension ClaimDraft {
  /// The two counts of a ratio, whose names differ in their last word: `received 2.5 cases for each
  /// one they completed`, `cases received per case completed`.
  var ratio: (part: Measure, whole: Measure)? {
    guard case .value(let number) = window.anchor.kind, number.value < 100,
      let joint = ratioJoint,
      let part = lexicon.measure(of: words(in: window.tokens.lowerBound..<joint))
    else { return nil }
    let stem = part.name.split(separator: " ").dropLast().joined(separator: " ")
    let whole = words(in: joint..<window.tokens.upperBound).lazy
      .compactMap { lexicon.catalog.measure(named: "\(stem) \($0)") }.first { $0 != part }
    return whole.map { (part, $0) }
  }

  /// Whether a number has a part of one, which no count of people or things has.
  var isBroken: Bool {
    guard case .value(let number) = window.anchor.kind, slots.per == nil, ratio == nil,
      topic.counted.first?.measure.kind == .flow
    else { return false }
    return number.value < 100 && number.value != number.value.rounded()
  }

  /// Where `per`, `for each` or `for every` is.
  private var ratioJoint: Int? {
    window.tokens.first { place in
      switch tokens[place].lower {
      case "per": true
      case "each", "every": place > 0 && ["for", "to"].contains(tokens[place - 1].lower)
      default: false
      }
    }
  }

  private func words(in range: Range<Int>) -> [String] {
    tokens[range].filter { $0.kind == .word }.map(\.lower)
  }
}
