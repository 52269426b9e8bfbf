/// The number of statements with each verdict.
package struct VerdictCounts: Equatable, Sendable {
  private var counts: [Verdict: Int] = [:]
  private var failures = 0

  package init(_ verdicts: [Verdict] = []) {
    for verdict in verdicts { add(verdict) }
  }

  package mutating func add(_ verdict: Verdict, passes: Bool? = nil) {
    counts[verdict, default: 0] += 1
    if !(passes ?? (verdict == .holds)) { failures += 1 }
  }

  /// Number of statements.
  package var total: Int { counts.values.reduce(0, +) }

  /// Whether every statement holds, or has the verdict that is expected of it.
  package var allPass: Bool { failures == 0 }

  /// `12 checked: 10 hold, 1 fails, 1 undecided`
  package var words: String {
    let parts = Verdict.allCases.compactMap { verdict -> String? in
      guard let count = counts[verdict], count > 0 else { return nil }
      return "\(count) \(verdict.words(count))"
    }
    return "\(total) checked: \(parts.joined(separator: ", "))"
  }
}
