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
    let start = position
    if isAtEnd { for word in Self.checkedThings { expecting(.word(word)) } }
    let isChange = current?.word == "change" && peekWord(1) == "in"
    if isChange { position += 2 }
    let span = span(from: start)
    var subject = try questionWithoutFormat()
    let change = isChange ? try self.change(of: &subject, at: span) : nil
    if isAtEnd { expecting(.clause) }
    skip(word: "is")
    let judgment = try judgment()
    let format = try format()
    guard isAtEnd || endsWithQuestionMark() else { throw .behindJudgment(self) }
    return Check(subject: subject, change: change, judgment: judgment, format: format)
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

// MARK: What is said of the value

extension Parser {
  private mutating func judgment() throws(Diagnostic) -> Judgment {
    let start = position
    let isNegated = skip(word: "not")
    let verdict = try verdict()
    return Judgment(isNegated: isNegated, verdict: verdict, span: span(from: start))
  }

  private mutating func verdict() throws(Diagnostic) -> Judgment.Verdict {
    for word in JudgmentWords.all where word != "at" { expecting(.word(word)) }
    expecting(.number)
    guard let token = current else { throw .expectedJudgment(at: endSpan, near: []) }
    if let degree = try degree() { return .value(degree, try amount()) }
    guard let word = token.word else {
      return .value(.equal, try amount())
    }
    skipArticles()
    switch current?.word {
    case "highest", "most", "largest":
      advance()
      return .superlative(.highest, try reach())
    case "lowest", "least", "smallest", "fewest":
      advance()
      return .superlative(.lowest, try reach())
    case "first":
      advance()
      return .first(try event(), try reach())
    case "rose", "up", "increased", "grew":
      advance()
      return .moved(.rose, try step())
    case "fell", "down", "decreased", "dropped":
      advance()
      return .moved(.fell, try step())
    case let word?:
      let isNearly = JudgmentWords.nearly.contains(word)
      let multiple = isNearly ? peekWord(1) : word
      guard let found = multiple.flatMap(Judgment.Multiple.init(rawValue:)) else { break }
      position += isNearly ? 2 : 1
      return .multiplied(found, isNearly: isNearly)
    case nil: break
    }
    if case .number = current?.kind { return .value(.equal, try amount()) }
    throw .expectedJudgment(
      at: currentSpan,
      near: closestMatches(to: word, among: JudgmentWords.all)
    )
  }

  /// "the" and "at", as in speech: `is the lowest since`, `at its highest since`.
  private mutating func skipArticles() {
    if current?.word == "the" { advance() }
  }

  /// A sign or words before a number; nothing is passed over when neither stands here.
  private mutating func degree() throws(Diagnostic) -> Judgment.Degree? {
    guard let token = current else { return nil }
    switch token.kind {
    case .equals: return passing(1, .equal)
    case .notEquals: return passing(1, .notEqual)
    case .less: return passing(1, .less)
    case .lessOrEqual: return passing(1, .atMost)
    case .greater: return passing(1, .greater)
    case .greaterOrEqual: return passing(1, .atLeast)
    case .word(let word): return degree(word)
    default: return nil
    }
  }

  private mutating func degree(_ word: String) -> Judgment.Degree? {
    switch (word, peekWord(1)) {
    case ("more", "than"?): return passing(2, .moreThan)
    case ("over", _) where isNumber(1): return passing(1, .moreThan)
    case ("less", "than"?), ("fewer", "than"?): return passing(2, .lessThan)
    case ("under", _) where isNumber(1): return passing(1, .lessThan)
    case ("at", "least"?): return passing(2, .atLeast)
    case ("at", "most"?), ("up", "to"?): return passing(2, .atMost)
    case ("about", _), ("around", _), ("roughly", _), ("approximately", _):
      return passing(1, .about)
    case ("nearly", _), ("almost", _):
      guard isNumber(1) else { return nil }
      return passing(1, .nearly)
    default: return nil
    }
  }

  private mutating func passing(_ count: Int, _ degree: Judgment.Degree) -> Judgment.Degree {
    position += count
    return degree
  }

  private func isNumber(_ distance: Int) -> Bool {
    switch peek(distance)?.kind {
    case .number?: true
    case .minus?: isNumber(distance + 1)
    default: false
    }
  }

  private mutating func amount() throws(Diagnostic) -> Amount {
    let start = position
    let isNegative = skip(.minus)
    if !isNegative { skip(.plus) }
    expecting(.number)
    guard let token = current, case .number(let literal) = token.kind else {
      throw .expected("a number", at: currentSpan, hint: "such as `740,000`, `740k` or `-18%`")
    }
    advance()
    let isPercent = literal.suffix == "%" || literal.suffix == nil && skip(word: "percent")
    return try Amount(
      literal,
      isNegative: isNegative,
      isPercent: isPercent,
      at: span(from: start)
    )
  }

  /// `by 27%`, `by about 300`
  private mutating func step() throws(Diagnostic) -> Judgment.Step? {
    guard skip(word: "by") else {
      return isNumber(0) ? Judgment.Step(degree: .equal, amount: try amount()) : nil
    }
    let degree = try degree() ?? .equal
    let amount = try amount()
    guard amount.value.numerator > 0 else {
      throw Diagnostic(
        "step-without-size",
        "`rose` and `fell` say the direction, and the amount behind them is more than zero",
        at: amount.span,
        hint: "such as `rose by 27%` or `fell by 300`"
      )
    }
    return Judgment.Step(degree: degree, amount: amount)
  }

  private mutating func event() throws(Diagnostic) -> Judgment.Event {
    for word in ["above", "below", "rise", "fall"] { expecting(.word(word)) }
    guard let word = current?.word else {
      throw .expected("`above`, `below`, `rise` or `fall`", at: currentSpan)
    }
    switch word {
    case "above", "over": advance(); return .above(try amount())
    case "below", "under": advance(); return .below(try amount())
    case "rise", "increase": advance(); return .rise
    case "fall", "decrease", "drop": advance(); return .fall
    default: throw .expected("`above`, `below`, `rise` or `fall`", at: currentSpan)
    }
  }

  /// `since jul 2020`, `fy since fy2010`
  private mutating func reach() throws(Diagnostic) -> Judgment.Reach {
    if current?.word == "of", peekWord(1) == "any" { position += 2 }
    let unit = timeUnit()
    guard skip(word: "since") else {
      throw .expected(
        "`since` and a period",
        at: currentSpan,
        hint: "the periods after it are compared, as in `is lowest since jul 2020`"
      )
    }
    return Judgment.Reach(since: try period(), unit: unit)
  }

  /// `?` or `.` behind a statement, as in speech.
  private mutating func endsWithQuestionMark() -> Bool {
    guard isQuestionMark else { return false }
    advance()
    return true
  }
}

/// The words that a judgment begins with.
enum JudgmentWords {
  static let all = [
    "highest", "lowest", "first", "about", "nearly", "more", "less", "rose", "fell", "doubled",
    "tripled", "halved", "not", "at",
  ]
  static let nearly: Set<String> = ["nearly", "almost"]
}

extension Diagnostic {
  fileprivate static func expectedJudgment(at span: SourceSpan, near: [String]) -> Diagnostic {
    Diagnostic(
      "expected-judgment",
      "expected what is said of the value",
      at: span,
      hint: near.isEmpty
        ? "such as `is lowest since jul 2020`, `= 46,612`, `is about 740k`, `rose by 27%`"
        : alternatives(near)
    )
  }

  /// Words left over after a whole statement.
  fileprivate static func behindJudgment(_ parser: Parser) -> Diagnostic {
    let word = parser.current?.word
    let isClause = word.map { Clauses.clause(startingWith: $0) != nil } ?? false
    return Diagnostic(
      "behind-judgment",
      "the statement ends before this",
      at: parser.currentSpan,
      hint: isClause
        ? "clauses stand before what is said of the value, as in "
          + "`check removals in fy2022 is lowest since fy2010`" : nil
    )
  }
}
