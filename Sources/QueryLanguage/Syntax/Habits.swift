import Catalog
import Diagnostics

/// Habits of other tools and of speech, each with a specific message.
package enum Habits {
  /// Whether a word begins a statement in another language: `select`, `drop`.
  package static func isOtherTool(_ word: String) -> Bool {
    [
      "select", "sum", "count", "insert", "update", "delete", "drop", "create", "alter", "attach",
      "pragma", "import", "datasets",
    ].contains(word)
  }

  /// Beginnings of lines in other languages or shells.
  static func ofStatement(_ parser: Parser) -> Diagnostic? {
    guard let token = parser.current, let word = token.word else { return nil }
    switch word {
    case "select":
      return habit(
        token,
        "a question names what to count; there is no `select`",
        parser.example("by fy") + "; SQL follows the word `sql`"
      ).taking(["sql \(word)"])
    case "insert", "update", "delete", "drop", "create", "alter", "attach", "pragma":
      return habit(token, "a question cannot change the data", parser.example("by fy"))
    case "import":
      return Diagnostic(
        "habit",
        kind: .habit,
        "files are imported by `.import`",
        at: token.span,
        hint: "`.import FILE` here, `tally import FILE` in a shell"
      )
    case "datasets": return habit(token, "tables are listed by `show`", "`show datasets`")
    case "quit", "exit", "bye":
      return Diagnostic(
        "habit",
        kind: .habit,
        "commands begin with a dot",
        at: token.span,
        hint: "`.quit`, or Ctrl-D"
      )
    default: return beginsWithClause(parser, token, word)
    }
  }

  private static func beginsWithClause(
    _ parser: Parser,
    _ token: Token,
    _ word: String
  ) -> Diagnostic? {
    guard let clause = Clauses.clause(startingWith: word), word != "as" else { return nil }
    let counted = parser.suggests ? parser.countedNames.first : nil
    return Diagnostic(
      "habit",
      kind: .habit,
      "a question begins with what to count",
      at: token.span,
      hint: counted.map { "here with `\($0.text)`" } ?? "such as `\(clause.example)`"
    )
  }

  /// `sum(removals)`, `how many removals`: words before the measure.
  static func ofColumn(_ parser: Parser) -> Diagnostic? {
    guard let token = parser.current, let word = token.word else { return nil }
    if word == "distinct" {
      return habit(token, "events are counted, not people", parser.example("by fy"))
    }
    guard isFiller(word) || parser.peek(1)?.kind == .leftBracket && isFunction(word) else {
      return nil
    }
    guard parser.suggests else {
      return habit(token, "a question names what to count", parser.example("by fy"))
    }
    if let fold = fold(word) {
      return Diagnostic(
        "habit",
        kind: .habit,
        "finer periods become one figure with `\(fold)`",
        at: token.span,
        hint: "as in `\(fold)(\(parser.countedNames.first?.text ?? "encounters") by month) by fy`"
      )
    }
    let rest = parser.textWithout { isFiller($0) || isFunction($0) }
    // Things that are compared are not added up, even if they have a common name.
    let works = word != "compare" && (try? Query(parsing: rest, catalog: parser.catalog)) != nil
    return Diagnostic(
      "habit",
      kind: .habit,
      "a question names what to count; figures add up by themselves",
      at: token.span,
      hint: hint(after: word, parser.countedNames.first),
      questions: works ? [rest] : []
    )
  }

  /// The suggested form of a line about a measure.
  private static func hint(after word: String, _ counted: Name?) -> String {
    guard let counted else { return "such as `removals in fy2022`" }
    return switch word {
    case "what": "`describe \(counted.text)` tells what it is"
    case "compare": "what is compared goes side by side, with commas"
    default: "it begins with `\(counted.text)`"
    }
  }

  private static func isFunction(_ word: String) -> Bool {
    switch word {
    case "sum", "count", "avg", "mean", "maximum", "minimum": true
    default: false
    }
  }

  /// The fold that a word of other tools means.
  private static func fold(_ word: String) -> String? {
    switch word {
    case "avg", "mean": "average"
    case "maximum": "max"
    case "minimum": "min"
    default: nil
    }
  }

  /// Words that add nothing to a question, wherever they occur.
  static func isSpeech(_ word: String) -> Bool {
    switch word {
    case "there", "have", "has", "been", "a", "an", "show", "tell", "see", "find",
      "people", "each", "between", "graph", "plot":
      true
    case "of", "total", "all", "when", "who", "why": false
    default: isFiller(word)
    }
  }

  private static func isFiller(_ word: String) -> Bool {
    switch word {
    case "how", "many", "much", "number", "of", "total", "all", "the", "what", "when", "who",
      "which",
      "why", "is", "are", "was", "were", "me", "give", "get", "list", "compare", "please", "did",
      "do", "does":
      true
    default: false
    }
  }

  /// Clauses of other languages, and of speech.
  static func ofClause(_ parser: Parser) -> Diagnostic? {
    guard let token = parser.current, let word = token.word else { return nil }
    switch word {
    case "group" where parser.peekWord(1) == "by":
      return habit(token, "here it is just `by`", "`by fy`")
    case "having": return habit(token, "there is no `having`", "`top 10`")
    case "sort": return habit(token, "here it is `order by`", "`order by fy desc`")
    case "during": return habit(token, "here it is `in`", "`in fy2024`")
    case "head", "first": return habit(token, "here it is `limit`", "`limit 10`")
    case "or", "and":
      return habit(token, "values are separated by commas", "`for mexico, guatemala`")
    case "to" where isBeforeValue(parser): return ofValue(parser, token, word)
    case "to", "through":
      return habit(
        token,
        "both ends of a period need a word",
        "`from 2020 to 2022` or `in 2020..2022`"
      )
    case "of", "on", "at", "along", "near", "into", "with", "by":
      return ofValue(parser, token, word)
    default: return ofPeriod(parser, token)
    }
  }

  /// `of mexico`, `on southwest`: values follow `for`.
  private static func ofValue(_ parser: Parser, _ token: Token, _ word: String) -> Diagnostic? {
    guard let value = valueAfter(parser) else {
      return word == "of" ? habit(token, "values follow `for`", "`for venezuela`") : nil
    }
    return Diagnostic(
      "habit",
      kind: .habit,
      "values follow `for`, not `\(word)`",
      at: token.span,
      hint: "`for \(value.spelling)`"
    )
  }

  private static func isBeforeValue(_ parser: Parser) -> Bool { valueAfter(parser) != nil }

  /// The value after the current word, with or without an article.
  private static func valueAfter(_ parser: Parser) -> Name? {
    var ahead = parser
    ahead.advance()
    return ahead.lookAhead { $0.keptName() }?.value
      ?? (ahead.skip(word: "the") ? ahead.keptName() : nil)
  }

  /// `removals fy2024`: a period without `in`.
  static func ofPeriod(_ parser: Parser, _ token: Token) -> Diagnostic? {
    var ahead = parser
    guard let period = try? ahead.period() else { return nil }
    return Diagnostic(
      "period-without-in",
      kind: .speech,
      "a period needs a word before it",
      at: period.span,
      hint: "`in \(period.spelling)`, or `since \(period.spelling)`"
    )
  }

  private static func habit(_ token: Token, _ message: String, _ example: String) -> Diagnostic {
    Diagnostic("habit", kind: .habit, message, at: token.span, hint: "such as \(example)")
  }
}

extension Parser {
  /// An example question about what the line counts, without clauses that it may not have.
  fileprivate func example(_ clauses: String) -> String {
    let counted = suggests ? countedNames.first : nil
    return counted.map { "`\($0.text)`" } ?? "`removals \(clauses)`"
  }

  /// The text from here on, without useless words at its beginning.
  fileprivate func textWithout(_ isOfNoUse: (String) -> Bool) -> String {
    var ahead = self
    while let token = ahead.current {
      guard token.kind == .leftBracket || token.word.map(isOfNoUse) ?? false else { break }
      ahead.advance()
    }
    let rest = text(SourceSpan(ahead.currentSpan.start..<endSpan.end))
    return String(rest.filter { $0 != ")" && $0 != "?" })
  }
}
