/// What became of a statement, in a word.
package enum Verdict: String, CaseIterable, Sendable {
  /// Every value that the figures can have agrees.
  case holds
  /// None does.
  case fails
  /// Some do: the figures are rounded, hedged, partial or missing.
  case undecided
  /// One reading holds and another fails.
  case depends
  /// What the statement is about is not held.
  case noData = "no data"
}

/// How many statements came to which verdict.
package struct VerdictCounts: Equatable, Sendable {
  private var counts: [Verdict: Int] = [:]

  package init(_ verdicts: [Verdict] = []) {
    for verdict in verdicts { add(verdict) }
  }

  package mutating func add(_ verdict: Verdict) { counts[verdict, default: 0] += 1 }

  /// Number of statements.
  package var total: Int { counts.values.reduce(0, +) }

  /// Whether every statement holds.
  package var allHold: Bool { total == counts[.holds, default: 0] }

  /// `12 checked: 10 hold, 1 fails, 1 undecided`
  package var words: String {
    let parts = Verdict.allCases.compactMap { verdict -> String? in
      guard let count = counts[verdict], count > 0 else { return nil }
      return "\(count) \(verdict.words(count))"
    }
    return "\(total) checked: \(parts.joined(separator: ", "))"
  }
}

extension Verdict {
  fileprivate func words(_ count: Int) -> String {
    switch self {
    case .holds: count == 1 ? "holds" : "hold"
    case .fails: count == 1 ? "fails" : "fail"
    case .depends: count == 1 ? "depends" : "depend"
    case .undecided, .noData: rawValue
    }
  }
}
