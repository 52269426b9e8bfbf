import Diagnostics

extension Parser {
  /// What is stated about a value: `lowest since jul 2020`, `= -18%`, `doubled`.
  mutating func judgment(ofChange isChange: Bool) throws(Diagnostic) -> Judgment {
    let start = position
    let isNegated = skip(word: "not")
    let verdict = try verdict(ofChange: isChange)
    return Judgment(isNegated: isNegated, verdict: verdict, span: span(from: start))
  }

  private mutating func verdict(
    ofChange isChange: Bool
  ) throws(Diagnostic) -> Judgment.Verdict {
    let offered = JudgmentWords.offered + (isChange ? JudgmentWords.offeredOfChanges : [])
    for words in offered { expecting(.word(words)) }
    expecting(.number)
    guard current != nil else { throw .expectedJudgment(at: endSpan, near: []) }
    if let degree = degree() { return .value(degree, try amount()) }
    // As in speech: `is the lowest since`.
    if current?.word == "the" { advance() }
    guard let word = current?.word else { return .value(.equal, try amount()) }
    if let kind = JudgmentWords.superlatives[word] {
      advance()
      return .superlative(kind, try reach())
    }
    if let direction = JudgmentWords.directions[word] {
      advance()
      return .moved(direction, try step())
    }
    if skip(word: "first") { return .first(try event(), try reach()) }
    if let multiple = multiple() { return multiple }
    throw .expectedJudgment(
      at: currentSpan,
      near: closestMatches(to: word, among: JudgmentWords.all).filter { $0 != word }
    )
  }

  /// `doubled`, `nearly doubled`
  private mutating func multiple() -> Judgment.Verdict? {
    let isNearly = JudgmentWords.nearly.contains(current?.word ?? "")
    let word = isNearly ? peekWord(1) : current?.word
    guard let found = word.flatMap(Judgment.Multiple.init(rawValue:)) else { return nil }
    position += isNearly ? 2 : 1
    return .multiplied(found, isNearly: isNearly)
  }

  /// `percent`, which is not suggested: counts of events cannot be percentages.
  private mutating func isPercentWord() -> Bool {
    guard current?.word == "percent" else { return false }
    advance()
    return true
  }

  /// A sign or words before a number; nothing is consumed when there is neither.
  private mutating func degree() -> Judgment.Degree? {
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
    case ("above", _): return passing(1, .greater)
    case ("below", _): return passing(1, .less)
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
    let isPercent = literal.suffix == "%" || literal.suffix == nil && isPercentWord()
    return try Amount(
      literal,
      isNegative: isNegative,
      isPercent: isPercent,
      at: span(from: start)
    )
  }

  /// `by 27%`, `by about 300`
  private mutating func step() throws(Diagnostic) -> Judgment.Step? {
    guard skip(word: "by") || isNumber(0) else { return nil }
    let degree = degree() ?? .equal
    let amount = try amount()
    guard amount.value.numerator > 0 else {
      throw Diagnostic(
        "step-without-size",
        "`rose` and `fell` say the direction, and the amount after them is more than zero",
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

  /// `?` or `.` at the end of a statement, as in speech.
  mutating func endsWithQuestionMark() -> Bool {
    guard isQuestionMark else { return false }
    advance()
    return true
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
