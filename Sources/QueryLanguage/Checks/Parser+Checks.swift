package import Catalog
package import Diagnostics

extension Check {
  /// Reads a whole statement, which begins with `check`.
  package init(
    parsing source: String,
    catalog: any CatalogReader,
    definitions: [Definition] = []
  ) throws(Diagnostic) {
    var parser = try Parser(source, catalog: catalog, definitions: definitions)
    parser.skip(word: "check")
    self = try parser.check()
    subject.definitions = definitions
  }
}

extension Parser {
  /// What may follow `check` beside a question.
  private static let checkedThings = ["change in", "claim", "figure", "document", "claims"]

  package mutating func check() throws(Diagnostic) -> Check {
    // As in speech: `check that …`, `check whether …`.
    if ["that", "if", "whether"].contains(current?.word) { advance() }
    let start = position
    if isAtEnd { for word in Self.checkedThings { expecting(.word(word)) } }
    let isChange = current?.word == "change" && peekWord(1) == "in"
    if isChange { position += 2 }
    let span = span(from: start)
    var subject = try averagedQuestion()
    let change = isChange ? try self.change(of: &subject, at: span) : nil
    let operand = isChange ? nil : operand(after: &subject)
    if isAtEnd { expecting(.clause) }
    try refuseSecondOperand(after: subject)
    self.subject = subject
    if !skip(word: "is"), ["was", "are", "were"].contains(current?.word) { advance() }
    let comparesPeriods = isChange || subject.clauses.contains { $0 is VersusClause }
    let judgment = try Judgment(from: &self, ofChange: comparesPeriods)
    let width = try Width.parse(from: &self)
    let end = tokens[position - 1].range.upperBound
    let delivery = try delivery()
    guard isAtEnd || endsWithQuestionMark() else { throw .behindJudgment(self) }
    return Check(
      subject: subject,
      operand: operand,
      change: change,
      judgment: judgment,
      width: width,
      delivery: delivery,
      end: end
    )
  }

  /// `from oct 2024 to nov 2024` names the two periods of a change, and not those between them.
  private func change(of subject: inout Query, at span: SourceSpan) throws(Diagnostic)
    -> Check.Change
  {
    if subject.clauses.contains(where: { $0 is VersusClause }) {
      return Check.Change(periods: nil, span: span)
    }
    guard let index = subject.clauses.firstIndex(where: { $0 is FromClause }),
      let from = subject.clauses[index] as? FromClause
    else {
      throw Diagnostic(
        "change-without-periods",
        "a change is from one period to another",
        at: span,
        hint: "such as `change in encounters from oct 2024 to nov 2024 = -18%`"
      )
    }
    subject.clauses.remove(at: index)
    let periods = Check.Change.Periods(
      from: InClause.Range(first: from.first, last: nil),
      to: InClause.Range(first: from.last, last: nil)
    )
    return Check.Change(periods: periods, span: span)
  }
}

extension Parser {
  /// `?` or `.` at the end of a statement, as in speech.
  fileprivate mutating func endsWithQuestionMark() -> Bool {
    guard isQuestionMark else { return false }
    advance()
    return true
  }
}

extension Parser {
  /// `/ removals in fy2011` after a question with clauses of its own. Of the two, one without a
  /// period is about that of the other.
  fileprivate mutating func operand(after subject: inout Query) -> Check.Operand? {
    let isDivisor = current?.kind == .slash
    guard isDivisor || current?.kind == .minus, !subject.clauses.isEmpty, isBeforeQuestion else {
      return nil
    }
    var ahead = self
    ahead.advance()
    guard let question = try? ahead.questionWithoutFormat() else { return nil }
    self = ahead
    let isPeriod = { (clause: any Clause) in type(of: clause).role == .period }
    if !subject.clauses.contains(where: isPeriod) {
      subject.clauses += question.clauses.filter(isPeriod)
    }
    return Check.Operand(isDivisor: isDivisor, question: question)
  }

  /// Whether a name or a bracket follows the sign, and not a number.
  private var isBeforeQuestion: Bool {
    switch peek(1)?.kind {
    case .word?, .quoted?, .leftBracket?: return true
    case .number?:
      let name = lookAhead { ahead in
        ahead.advance()
        return ahead.name(.measures)
      }
      return name != nil
    default: return false
    }
  }

  /// `removals in fy2012 + removals in fy2011 = 2`: sums and products of two periods are no
  /// statement.
  fileprivate func refuseSecondOperand(after subject: Query) throws(Diagnostic) {
    guard [.plus, .star].contains(current?.kind), !subject.clauses.isEmpty, isBeforeQuestion
    else { return }
    var ahead = self
    ahead.advance()
    guard let other = try? ahead.questionWithoutFormat() else { return }
    let sum = current?.kind == .plus ? subject.sum(with: other) : nil
    let rest = ahead.current.map { String(source.utf8.dropFirst($0.range.lowerBound)) ?? "" } ?? ""
    throw Diagnostic(
      "second-operand",
      "each question has its own period, and two of them are divided or subtracted, or set side "
        + "by side",
      at: currentSpan,
      hint: "such as `/`, `-`, `is 2.5 times`, `is 60% of` or `>`; `in fy2011, fy2012` is a sum"
    ).offering(sum.map { ["\(Check.keyword) \($0.spelling) \(rest)"] } ?? [])
  }
}

extension Query {
  /// The same question about the periods of two, where they differ in nothing else.
  fileprivate func sum(with other: Query) -> Query? {
    let isPeriod = { (clause: any Clause) in clause is InClause }
    let words = { (question: Query) in
      question.columns.map(\.spelling)
        + question.clauses.filter { !isPeriod($0) }.map(\.spelling).sorted()
    }
    let ranges = (clauses + other.clauses).compactMap { ($0 as? InClause)?.ranges }
    guard ranges.count == 2, words(self) == words(other) else { return nil }
    var sum = self
    sum.clauses = clauses.filter { !isPeriod($0) } + [InClause(ranges: ranges.flatMap { $0 })]
    return sum
  }
}

extension Diagnostic {
  /// Words left over after a whole statement.
  fileprivate static func behindJudgment(_ parser: Parser) -> Diagnostic {
    let word = parser.current?.word
    let isClause = word.map { Clauses.clause(startingWith: $0) != nil } ?? false
    return Diagnostic(
      "after-judgment",
      "the statement ends before this",
      at: parser.currentSpan,
      hint: isClause
        ? "clauses come before the judgment, as in "
          + "`check removals in fy2022 is lowest since fy2010`" : nil
    )
  }
}
