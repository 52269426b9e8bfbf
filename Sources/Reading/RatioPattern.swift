import Catalog

/// One measure over another: `ratio of removals to encounters`.
enum RatioPattern: Pattern {
  static let parts: Set<SpokenWord.Part> = [.ratio, .against, .compare]

  static func statement(of choice: Choice) -> String? {
    let line = choice.line
    guard line.asks(.ratio), choice.counted.count == 2,
      !line.asks(.against) && !line.asks(.compare) || ComparisonPattern.periods(of: choice) != nil
    else { return nil }
    return quotient(choice, of: [0, 1])
  }

  /// Two things that are counted, one over the other. A value right before one of them is a part of
  /// what it names, `title 8 apprehensions`; others are kept by both.
  static func quotient(_ choice: Choice, of order: [Int]) -> String {
    let line = choice.line
    let values = choice.namedValues
    let places = line.counted.map(\.place)
    let own = places.indices.map { side in
      values.filter { side > 0 && $0.0.place == places[side] - 1 }.map(\.1)
    }
    let shared = values.filter { value in
      !places.dropFirst().contains { value.0.place == $0 - 1 }
    }
    let time = choice.time()
    let sides = order.map { side in
      choice.counted[side].kept(to: own.indices.contains(side) ? own[side] : [])
    }
    let both = ComparisonPattern.periods(of: choice)
    return choice.question(
      [sides.joined(separator: " / ")],
      values: shared.map(\.1),
      by: both == nil ? time.keys : choice.keys,
      both ?? time.rest
    )
  }
}
