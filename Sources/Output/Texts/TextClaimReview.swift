import Catalog
package import Results

/// What was judged as schema.org ClaimReview: one array for all texts.
package struct TextClaimReview: TextFormat {
  package static let name = "claimreview"
  private var checks: [CheckAnswer] = []

  package init(style: OutputStyle) {}

  package mutating func write(_ text: ReadText, into output: inout OutputBuffer) {
    for statement in text.statements {
      for var check in statement.checks {
        check.said = CheckAnswer.Said(
          id: "\(text.name):\(statement.range.lowerBound)-\(statement.range.upperBound)",
          words: statement.text,
          document: text.name,
          title: text.name,
          line: statement.line,
          publisher: "",
          published: text.day?.exported ?? "",
          speaker: statement.speaker,
          note: "",
          question: check.statement
        )
        if let verdict = statement.verdict.ofFigures { check.verdict = verdict }
        checks.append(check)
      }
    }
  }

  package mutating func end(into output: inout OutputBuffer) {
    var format = ClaimReviewFormat(style: OutputStyle())
    format.checks(checks, isList: true, into: &output)
  }
}
