/// The verdict on a statement, with everything that it rests on.
package struct CheckAnswer: Equatable, Sendable {
  /// As typed, or as the document has it.
  package var statement: String
  /// The verdict, all readings taken together.
  package var verdict: Verdict
  /// What is judged: a figure, or a change; `nil` when none is held.
  package var value: CheckFigure?
  /// How `value` and `margin` are read.
  package var valueKind: AnswerColumn.Kind
  /// How the figures of periods are read.
  package var figureKind: AnswerColumn.Kind
  /// The figures that `value` is made of: of the subject, and of the period that a change is
  /// measured from.
  package var figures: [CheckFigure]
  /// The period that comes next after the subject, or that decides.
  package var runnerUp: CheckFigure?
  /// What the runner-up is: "next lowest".
  package var runnerUpRole: String
  /// The change between the two figures, where two are compared and have a difference.
  package var change: CheckChange?
  /// By how much the value differs from the runner-up, or from the number stated.
  package var margin: Number?
  /// The periods that the value is compared with, from the oldest.
  package var compared: [CheckFigure]
  /// The same in words: "51 months, Aug 2020 – Oct 2024".
  package var comparedWords: String
  /// The periods that `since` leaves out.
  package var leftOut: [CheckFigure]
  /// The verdict with those counted too.
  package var countingLeftOut: Verdict?
  /// The values that the statement allows, where it states a number.
  package var allowed: CheckRange?
  /// Where the true value lies, when it is not one number.
  package var range: CheckRange?
  /// How the number stated misses its figure, where it does and may be close.
  package var miss: Miss?
  /// What is told beside the verdict.
  package var told: [CheckFact] = []
  /// Whether it states a number of at least four digits, which is exactly the figure.
  package var meetsLongNumber = false
  /// Whether everything that it is judged by is held.
  package var isHeldWhole = true
  /// Each way of reading the statement that counts for the verdict; empty when there is one.
  package var readings: [CheckReading] = []
  /// Whether it fails in one of the readings that count.
  package var isContested = false
  /// Other sources and vintages, which do not change the verdict.
  package var others: [CheckReading] = []
  /// What must be said with the figures, and where they come from.
  package var foot: AnswerFoot
  /// Why nothing is held, and what can be queried instead.
  package var lack: Lack?
  /// The statement of a document that it belongs to.
  package var said: Said?
  /// The verdict that a script expects.
  package var expected: Verdict?
  /// Its place: `story.tally:3`.
  package var place: String?
  /// Whether one that is close counts as one that holds, where the difference is no error of the
  /// speaker.
  package var acceptsClose = false

  /// Whether the verdict is the one wanted: that it holds, or the one expected.
  package var passes: Bool {
    if let expected { return verdict == expected }
    return verdict == .holds
      || acceptsClose && verdict == .close && !isContested && miss?.cause.isInnocent == true
  }

  /// Why nothing is held, in words and with suggestions.
  package struct Lack: Equatable, Sendable {
    package let reason: String
    package let questions: [String]

    package init(reason: String, questions: [String]) {
      self.reason = reason
      self.questions = questions
    }
  }

  /// What was said, by whom and when.
  package struct Said: Equatable, Sendable {
    package let id: String
    package let words: String
    /// The id of the document.
    package let document: String
    package let title: String
    /// The line of the document, from 1.
    package let line: Int
    package let publisher: String
    /// `2024-06-04`, `2024-12`
    package let published: String
    package let speaker: String
    package let note: String
    /// The statement in the language; empty when it has none.
    package let question: String

    /// Who said it: the speaker, or the publisher where none is named.
    package var author: String { speaker.isEmpty ? publisher : speaker }

    package init(
      id: String,
      words: String,
      document: String,
      title: String,
      line: Int,
      publisher: String,
      published: String,
      speaker: String,
      note: String,
      question: String
    ) {
      self.id = id
      self.words = words
      self.document = document
      self.title = title
      self.line = line
      self.publisher = publisher
      self.published = published
      self.speaker = speaker
      self.note = note
      self.question = question
    }
  }

  /// An answer without figures, because what it is about is not held.
  package init(statement: String, lack: Lack) {
    self.init(
      statement: statement,
      verdict: .noData,
      valueKind: .figure(unit: nil),
      figureKind: .figure(unit: nil),
      figures: [],
      foot: AnswerFoot(summary: "", notes: [], sources: [])
    )
    self.lack = lack
  }

  package init(
    statement: String,
    verdict: Verdict,
    value: CheckFigure? = nil,
    valueKind: AnswerColumn.Kind,
    figureKind: AnswerColumn.Kind,
    figures: [CheckFigure],
    runnerUp: CheckFigure? = nil,
    runnerUpRole: String = "",
    change: CheckChange? = nil,
    margin: Number? = nil,
    compared: [CheckFigure] = [],
    comparedWords: String = "",
    leftOut: [CheckFigure] = [],
    countingLeftOut: Verdict? = nil,
    allowed: CheckRange? = nil,
    range: CheckRange? = nil,
    foot: AnswerFoot
  ) {
    self.statement = statement
    self.verdict = verdict
    self.value = value
    self.valueKind = valueKind
    self.figureKind = figureKind
    self.figures = figures
    self.runnerUp = runnerUp
    self.runnerUpRole = runnerUpRole
    self.change = change
    self.margin = margin
    self.compared = compared
    self.comparedWords = comparedWords
    self.leftOut = leftOut
    self.countingLeftOut = countingLeftOut
    self.allowed = allowed
    self.range = range
    self.foot = foot
  }
}
