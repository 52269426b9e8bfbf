import Catalog
import Results

/// Several statements on a screen: a line each, then how many hold.
struct CheckList {
  let columns: [AnswerColumn]
  let rows: [AnswerRow]
  let foot: AnswerFoot

  init(_ checks: [CheckAnswer]) {
    let words = CheckText(screen: ScreenText(isUnicode: true))
    let first = checks.contains { $0.said != nil } ? "claim" : "place"
    columns = [
      AnswerColumn(key: first, label: first, kind: .dimension, room: .whole),
      AnswerColumn(key: "verdict", label: "verdict", kind: .dimension, room: .whole),
      AnswerColumn(key: "value", label: "value", kind: .dimension, room: .whole),
      AnswerColumn(key: "said", label: "what was said", kind: .dimension, room: .atLeast(24)),
    ]
    rows = checks.map { check in
      AnswerRow(
        cells: [
          .text(check.said?.id ?? check.place ?? ""), .verdict(check.verdict),
          check.value?.number == nil
            ? .missing(.notHeld) : .text(words.figure(check.value, check.valueKind)),
          .text(check.said?.words ?? check.statement),
        ]
      )
    }
    foot = AnswerFoot(summary: VerdictCounts(checks.map(\.verdict)).words, notes: [], sources: [])
  }
}
