/// Which rows of a table count.
indirect enum Condition: Sendable {
  case test(String, Set<Int>)
  case not(Condition)
  case and([Condition])
  case or([Condition])

  static let always = Condition.and([])

  /// Every test on a dimension.
  var tests: [(dimension: String, values: Set<Int>)] {
    switch self {
    case .test(let dimension, let values): [(dimension, values)]
    case .not(let condition): condition.tests
    case .and(let parts), .or(let parts): parts.flatMap(\.tests)
    }
  }

  /// Whether a row with these values counts.
  func holds(_ value: (String) -> Int) -> Bool {
    switch self {
    case .test(let dimension, let values): values.contains(value(dimension))
    case .not(let condition): !condition.holds(value)
    case .and(let parts): parts.allSatisfy { $0.holds(value) }
    case .or(let parts): parts.contains { $0.holds(value) }
    }
  }

  /// Whether every row that counts has this value.
  func implies(_ dimension: String, _ value: Int, in catalogue: Catalogue) -> Bool {
    switch self {
    case .test(dimension, let values): return values == [value]
    case .test(let finer, let values):
      guard let known = catalogue.dimensions[finer], known.parent == dimension else { return false }
      return values.allSatisfy { known.parents[$0] == value }
    case .not: return false
    case .and(let parts): return parts.contains { $0.implies(dimension, value, in: catalogue) }
    case .or(let parts):
      return !parts.isEmpty && parts.allSatisfy { $0.implies(dimension, value, in: catalogue) }
    }
  }

  /// The condition without tests on these dimensions, where each is by itself.
  func without(_ dimensions: Set<String>) -> Condition {
    switch self {
    case .and(let parts): .and(parts.map { $0.without(dimensions) })
    case .test(let dimension, _), .not(.test(let dimension, _)):
      dimensions.contains(dimension) ? .always : self
    default: self
    }
  }

  /// Whether no value can be meant: one of a dimension, and another one that it is no part of.
  func isImpossible(in catalogue: Catalogue) -> Bool {
    tests.contains { test in
      guard let own = pinned(test.dimension),
        let coarser = pinned(catalogue.dimension(test.dimension).parent)
      else { return false }
      let parents = own.map { catalogue.dimension(test.dimension).parents[$0] }
      return parents.allSatisfy { parent in parent.map { !coarser.contains($0) } ?? false }
    }
  }

  /// The one value that every row has, by tests that all must hold.
  func pinned(_ dimension: String) -> Set<Int>? {
    switch self {
    case .test(dimension, let values): values
    case .and(let parts): parts.compactMap { $0.pinned(dimension) }.min { $0.count < $1.count }
    case .or(let parts) where parts.count == 1: parts[0].pinned(dimension)
    default: nil
    }
  }
}

/// A measure as it is stored, and which of its rows count.
struct Figure: Sendable {
  let measure: String
  let condition: Condition

  func adding(_ other: Condition) -> Figure {
    Figure(measure: measure, condition: .and([condition, other]))
  }
}

/// What a column computes.
indirect enum Expression {
  case number(Double)
  case figure(Figure)
  case sum(Expression, Expression)
  case difference(Expression, Expression)
  case ratio(Expression, Expression)

  var figures: [Figure] {
    switch self {
    case .number: []
    case .figure(let figure): [figure]
    case .sum(let left, let right), .difference(let left, let right), .ratio(let left, let right):
      left.figures + right.figures
    }
  }

  func map(_ change: (Figure) -> Figure) -> Expression {
    switch self {
    case .number: self
    case .figure(let figure): .figure(change(figure))
    case .sum(let left, let right): .sum(left.map(change), right.map(change))
    case .difference(let left, let right): .difference(left.map(change), right.map(change))
    case .ratio(let left, let right): .ratio(left.map(change), right.map(change))
    }
  }

  /// The result for figures given in the order of `figures`. What is missing makes all missing.
  func value(_ figures: inout ArraySlice<Part>) -> Part {
    switch self {
    case .number(let number): return .number(number)
    case .figure: return figures.removeFirst()
    case .sum(let left, let right):
      return left.value(&figures).added(right.value(&figures), sign: 1)
    case .difference(let left, let right):
      return left.value(&figures).added(right.value(&figures), sign: -1)
    case .ratio(let left, let right):
      guard case .number(let above) = left.value(&figures) else {
        _ = right.value(&figures)
        return .missing
      }
      guard case .number(let below) = right.value(&figures), below != 0 else { return .missing }
      return .number(above / below)
    }
  }
}

/// A part of an expression.
enum Part {
  case number(Double)
  case missing
  /// What could not be counted then: it adds nothing.
  case nothing

  func added(_ other: Part, sign: Double) -> Part {
    switch (self, other) {
    case (.missing, _), (_, .missing): .missing
    case (.number(let left), .number(let right)): .number(left + sign * right)
    case (.number, .nothing), (.nothing, .nothing): self
    case (.nothing, .number(let right)): .number(sign * right)
    }
  }

  var value: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }
}
