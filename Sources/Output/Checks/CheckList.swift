import Catalog
import Results

/// Several statements on a screen: a line each, then how many hold. Where scripts say which
/// verdicts they expect, those are beside.
package struct CheckList {
  let columns: [AnswerColumn]
  let rows: [AnswerRow]
  let foot: AnswerFoot

  init(_ checks: [CheckAnswer]) { self.init(checks.map { .judged($0) }) }

  package init(_ statements: [CheckedStatement]) {
    let checks = statements.compactMap(\.answer)
    let hasExpected = checks.contains { $0.expected != nil }
    let words = CheckText(screen: ScreenText(isUnicode: true))
    let first = checks.contains { $0.said != nil } ? "claim" : "place"
    columns =
      [Self.column(first), Self.column("verdict")]
      + (hasExpected ? [Self.column("expected"), Self.column("met")] : [])
      + [
        Self.column("value"),
        AnswerColumn(key: "said", label: "what was said", kind: .dimension, room: .atLeast(24)),
      ]
    rows = statements.map { statement in
      let met: [Cell] =
        hasExpected ? [statement.expected, .text(statement.passes ? "yes" : "no")] : []
      switch statement {
      case .judged(let check):
        return AnswerRow(
          cells: [.text(check.said?.id ?? check.place ?? ""), .verdict(check.verdict)] + met + [
            check.value?.number == nil
              ? .missing(.notHeld) : .text(words.figure(check.value, check.valueKind)),
            .text(check.said?.words ?? check.statement),
          ]
        )
      case .mistaken(let mistake):
        return AnswerRow(
          cells: [.text(mistake.place ?? ""), .text("error")] + met
            + [.missing(.notHeld), .text(mistake.statement)]
        )
      }
    }
    let counts = VerdictCounts(checks.map(\.verdict)).words
    let mistakes = statements.count - checks.count
    let unmet = statements.count { !$0.passes }
    let tail = [
      mistakes > 0 ? "\(mistakes) not judged" : nil,
      hasExpected ? (unmet == 0 ? "all as expected" : "\(unmet) not as expected") : nil,
    ]
    foot = AnswerFoot(
      summary: ([counts] + tail.compactMap { $0 }).joined(separator: "; "),
      notes: [],
      sources: []
    )
  }

  private static func column(_ name: String) -> AnswerColumn {
    AnswerColumn(key: name, label: name, kind: .dimension, room: .whole)
  }
}

extension CheckedStatement {
  /// The verdict that it must have: where none is named, that it holds.
  fileprivate var expected: Cell { .verdict(answer?.expected ?? .holds) }
}
