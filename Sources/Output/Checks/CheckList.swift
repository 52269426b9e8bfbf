import Catalog
package import Results

/// Several statements on a screen: a line each, then how many hold.
struct CheckList {
  let columns: [AnswerColumn]
  let rows: [AnswerRow]
  let foot: AnswerFoot

  init(_ checks: [CheckAnswer]) {
    let words = CheckText(screen: ScreenText(isUnicode: true))
    columns = [
      AnswerColumn(key: "claim", label: "claim", kind: .dimension, room: .whole),
      AnswerColumn(key: "verdict", label: "verdict", kind: .dimension, room: .whole),
      AnswerColumn(key: "value", label: "value", kind: .dimension, room: .whole),
      AnswerColumn(key: "said", label: "what was said", kind: .dimension, room: .atLeast(24)),
    ]
    rows = checks.map { check in
      AnswerRow(
        cells: [
          .text(check.said?.id ?? ""), .text(check.verdict.rawValue),
          check.value?.number == nil
            ? .missing(.notHeld) : .text(words.figure(check.value, check.valueKind)),
          .text(check.said?.words ?? check.statement),
        ]
      )
    }
    foot = AnswerFoot(summary: VerdictCounts(checks.map(\.verdict)).words, notes: [], sources: [])
  }
}

/// How many statements came to which verdict.
package struct VerdictCounts: Equatable, Sendable {
  package private(set) var counts: [Verdict: Int] = [:]

  package init(_ verdicts: [Verdict] = []) {
    for verdict in verdicts { add(verdict) }
  }

  package mutating func add(_ verdict: Verdict) { counts[verdict, default: 0] += 1 }

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
