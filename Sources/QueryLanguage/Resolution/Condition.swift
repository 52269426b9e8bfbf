package import Catalog

/// What the rows of a dataset must satisfy, in terms of the catalog.
package indirect enum Condition: Hashable, Sendable {
  case test(Test)
  case all([Condition])
  case either([Condition])
  case not(Condition)

  /// One dimension against a set of its values.
  package struct Test: Hashable, Sendable {
    package let dimension: Dimension
    /// Ids of values of the dimension, in order.
    package let members: [Int]
    /// Whether the values are excluded; `other` and `unknown` then stay in.
    package let isExcluded: Bool
    /// Whether the values come from a group or a parent: a table need not have all of them.
    package let isSet: Bool
    /// As words: `Venezuela`, `CHNV countries`.
    package let label: String

    package init(
      dimension: Dimension,
      members: [Int],
      isExcluded: Bool,
      isSet: Bool,
      label: String
    ) {
      self.dimension = dimension
      self.members = members.sorted()
      self.isExcluded = isExcluded
      self.isSet = isSet
      self.label = label
    }

    package var excluded: Test {
      Test(
        dimension: dimension,
        members: members,
        isExcluded: !isExcluded,
        isSet: isSet,
        label: label
      )
    }
  }

  /// Both conditions; `nil` is no condition.
  package static func both(_ a: Condition?, _ b: Condition?) -> Condition? {
    guard let a else { return b }
    guard let b else { return a }
    return .all(a.conjuncts + b.conjuncts)
  }

  /// Alternatives; nested alternatives are merged with the others. Values of one dimension are one
  /// list of values, however they are written.
  static func either(anyOf parts: [Condition]) -> Condition {
    let all = parts.flatMap { part in
      if case .either(let inner) = part { inner } else { [part] }
    }
    var joined: [Condition] = []
    for part in all {
      let place = joined.firstIndex { $0.joins(part) }
      if let place, let both = joined[place].joined(with: part) {
        joined[place] = both
      } else {
        joined.append(part)
      }
    }
    return joined.count == 1 ? joined[0] : .either(joined)
  }

  /// Whether two conditions keep values of one dimension.
  private func joins(_ other: Condition) -> Bool {
    guard case .test(let own) = self, case .test(let theirs) = other else { return false }
    return own.dimension == theirs.dimension && !own.isExcluded && !theirs.isExcluded
  }

  private func joined(with other: Condition) -> Condition? {
    guard case .test(let own) = self, case .test(let theirs) = other else { return nil }
    if own == theirs { return self }
    return .test(
      Test(
        dimension: own.dimension,
        members: IDSet(own.members + theirs.members).elements,
        isExcluded: false,
        isSet: own.isSet || theirs.isSet,
        label: own.label == theirs.label ? own.label : "\(own.label) or \(theirs.label)"
      )
    )
  }

  /// How deeply conditions are nested.
  var nesting: Int {
    switch self {
    case .test: 0
    case .all(let parts), .either(let parts): 1 + (parts.map(\.nesting).max() ?? 0)
    case .not(let inner): 1 + inner.nesting
    }
  }

  /// The conditions that must all hold.
  package var conjuncts: [Condition] {
    if case .all(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
  }

  /// Every test in it.
  package var tests: [Test] {
    switch self {
    case .test(let test): [test]
    case .all(let parts), .either(let parts): parts.flatMap(\.tests)
    case .not(let inner): inner.tests
    }
  }

  /// An upper bound of the values of each dimension, from the tests that must hold in any case.
  package var required: Requirements {
    var required = Requirements()
    for case .test(let test) in conjuncts where !test.isExcluded { required.add(test) }
    for case .test(let test) in conjuncts where test.isExcluded { required.leaveOut(test) }
    return required
  }
}
