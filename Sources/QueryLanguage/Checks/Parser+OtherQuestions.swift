import Catalog
import Diagnostics

// Questions inside of statements: in words where a question alone has clauses, or in short where
// one that was read already is meant.

extension Parser {
  /// A question, also as `the monthly average of removals in fy2022`, which is `removals in fy2022
  /// per month`.
  mutating func averagedQuestion() throws(Diagnostic) -> Query {
    let start = position
    let unit = averageUnit()
    let span = span(from: start)
    var question = try questionWithoutFormat()
    if let unit, !question.clauses.contains(where: { $0 is PerClause }) {
      question.clauses.append(PerClause(unit: unit, span: span))
    }
    return question
  }

  /// The question that a value is compared with; `nil` where none comes next.
  mutating func otherQuestion() throws(Diagnostic) -> Query? {
    if let subject, let same = try sameQuestion(as: subject) { return same }
    guard startsQuestion else { return nil }
    return try averagedQuestion()
  }

  /// `that of fy2019`, `that under biden`, `in fy2019`, `that for mexico`: the statement's own
  /// question about another period, or another value.
  private mutating func sameQuestion(as subject: Query) throws(Diagnostic) -> Query? {
    var ahead = self
    var clauses: [any Clause] = []
    if ahead.skip(word: "that"), ahead.skip(word: "of") {
      clauses = [try InClause.parse(from: &ahead, startingWith: InClause.keywords[0])]
    } else if !["that", "in", "for"].contains(peekWord(0)) {
      return nil
    }
    while let clause = try ahead.clause(after: clauses) { clauses.append(clause) }
    let isPeriod = { (clause: any Clause) in type(of: clause).role == .period }
    guard !clauses.isEmpty, clauses.allSatisfy({ isPeriod($0) || $0 is ForClause }) else {
      return nil
    }
    self = ahead
    var question = subject
    if clauses.contains(where: isPeriod) { question.clauses.removeAll(where: isPeriod) }
    for name in clauses.compactMap({ $0 as? ForClause }).flatMap(\.values) {
      for dimension in name.dimensions(in: catalog) {
        question = question.withoutValue(of: dimension, in: catalog)?.rest ?? question
      }
    }
    question.clauses += clauses
    return question
  }

  /// Consumes `the monthly average of` or `average monthly`, where the catalog has no such name.
  private mutating func averageUnit() -> PerClause.Length? {
    var ahead = self
    ahead.skip(anyOf: "the")
    let start = ahead
    let isFirst = ahead.skip(anyOf: "average")
    guard let unit = ahead.current?.word.flatMap({ Self.rates[$0] }) else { return nil }
    ahead.advance()
    guard isFirst || ahead.skip(words: "average", "of") else { return nil }
    // `average daily population` may be a name.
    guard start.lookAhead({ $0.name(.measures) }) == nil else { return nil }
    self = ahead
    return unit
  }

  private static let rates: [String: PerClause.Length] = [
    "daily": .day, "monthly": .month, "annual": .fy, "yearly": .fy,
  ]

  /// Whether something to count, or a bracket, comes next.
  private var startsQuestion: Bool {
    if current?.kind == .leftBracket { return true }
    if let word = current?.word, Query.FoldFunction(rawValue: word) != nil {
      return peek(1)?.kind == .leftBracket
    }
    var ahead = self
    if current?.kind == .minus {
      ahead.advance()
      return ahead.startsQuestion
    }
    if ahead.averageUnit() != nil { return ahead.startsQuestion }
    return lookAhead { $0.name(.measures) } != nil || lookAhead { $0.defined() } != nil
  }
}
