/// A statement that a text makes, judged.
package struct TextStatement: Sendable {
  /// The place in the input, in Unicode scalars.
  package let range: Range<Int>
  /// The line of the input, from 1.
  package let line: Int
  package let text: String
  package var verdict: TextVerdict
  /// What was judged, all of which must hold; empty where nothing was.
  package var checks: [CheckAnswer]
  /// The number stated, as the text has it; empty where there is none.
  package let said: String
  /// Each way of reading it that was judged, where there are several.
  package var readings: [CheckReading]
  /// Whether nothing was carried and no preference used.
  package var isCertain: Bool
  package var carried: [String]
  package let notes: [String]
  package let speaker: String
  /// Why there is no data, or why it was not read.
  package var why: String
  /// What can be asked instead.
  package var questions: [String]

  package init(
    range: Range<Int>,
    line: Int,
    text: String,
    verdict: TextVerdict,
    checks: [CheckAnswer] = [],
    said: String = "",
    readings: [CheckReading] = [],
    isCertain: Bool = true,
    carried: [String] = [],
    notes: [String] = [],
    speaker: String = "",
    why: String = "",
    questions: [String] = []
  ) {
    self.range = range
    self.line = line
    self.text = text
    self.verdict = verdict
    self.checks = checks
    self.said = said
    self.readings = readings
    self.isCertain = isCertain
    self.carried = carried
    self.notes = notes
    self.speaker = speaker
    self.why = why
    self.questions = questions
  }

  /// Whether it is as it should be: nothing was judged, it holds, or it is close for a reason that
  /// is no error of the speaker, where that counts.
  package func passes(acceptingClose: Bool) -> Bool {
    switch verdict {
    case .holds, .notCheckable, .notRead, .noData: true
    case .close: acceptingClose && checks.allSatisfy { $0.miss?.cause.isInnocent ?? true }
    case .fails, .depends, .undecided: false
    }
  }
}
