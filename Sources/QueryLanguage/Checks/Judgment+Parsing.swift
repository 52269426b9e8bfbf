import Diagnostics

extension Judgment {
  /// The words that a judgment may begin with.
  package static let words = Set(
    forms.flatMap { $0.type.beginnings.map { String($0.prefix { $0 != " " }) } } + ["not"]
  )

  /// A form of judgment, and how the case that holds it is read.
  struct Form: Sendable {
    fileprivate let type: any JudgmentForm.Type
    fileprivate let read: @Sendable (inout Parser) throws(Diagnostic) -> Assertion?

    init<Payload: JudgmentForm>(_ assertion: @escaping @Sendable (Payload) -> Assertion) {
      type = Payload.self
      read = { parser throws(Diagnostic) in try Payload.parse(from: &parser).map(assertion) }
    }
  }

  /// Reads what is stated about a value: `lowest since jul 2020`, `= -18%`, `doubled`.
  init(from parser: inout Parser, ofChange isChange: Bool) throws(Diagnostic) {
    let start = parser.position
    isNegated = parser.skip(word: "not")
    assertion = try Assertion(from: &parser, ofChange: isChange)
    span = parser.span(from: start)
  }
}

extension Judgment.Assertion {
  fileprivate init(from parser: inout Parser, ofChange isChange: Bool) throws(Diagnostic) {
    for type in Judgment.forms.map(\.type) where isChange || !type.needsChange {
      for words in type.beginnings { parser.expecting(.word(words)) }
    }
    parser.expecting(.number)
    guard parser.current != nil else { throw .expectedJudgment(at: parser.endSpan, near: []) }
    // As in speech: `is the lowest since`; not `is the more than`.
    if parser.skip(word: "the"), parser.lookAhead({ Degree.parse(from: &$0) }) != nil {
      throw .expectedJudgment(at: parser.currentSpan, near: [])
    }
    for form in Judgment.forms {
      if let assertion = try form.read(&parser) {
        self = assertion
        return
      }
    }
    throw .expectedJudgment(at: parser.currentSpan, near: parser.nearestJudgments)
  }
}

extension Parser {
  /// The words that the current one may be a slip of.
  fileprivate var nearestJudgments: [String] {
    guard let word = current?.word else { return [] }
    return closestMatches(to: word, among: Judgment.words).filter { $0 != word }
  }
}

extension Diagnostic {
  fileprivate static func expectedJudgment(at span: SourceSpan, near: [String]) -> Diagnostic {
    Diagnostic(
      "expected-judgment",
      "expected a judgment of the value",
      at: span,
      hint: near.isEmpty
        ? "such as `is lowest since jul 2020`, `= 46,612`, `is about 740k`, `rose by 27%`"
        : alternatives(near)
    )
  }
}
