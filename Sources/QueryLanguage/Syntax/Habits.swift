import Diagnostics

/// Habits of other tools, answered by name.
enum Habits {
  /// How a line of another language begins.
  static func ofStatement(_ parser: Parser) -> Diagnostic? {
    guard let token = parser.current, let word = token.word else { return nil }
    if let purpose = Keywords.purposeOfReserved(word) {
      return Diagnostic(
        "reserved-word",
        "`\(word)` is not understood by this version",
        at: token.span,
        hint: "the word is kept for \(purpose)"
      )
    }
    switch word {
    case "select":
      return habit(
        token,
        "a question names what to count; there is no `select`",
        "`removals by fy`"
      )
    case "insert", "update", "delete", "drop", "create", "alter", "attach", "pragma":
      return habit(token, "a question cannot change the data", "`removals by fy`")
    case "by", "where", "for", "since", "in", "top", "bottom", "latest", "last", "fytd", "order",
      "limit":
      return habit(token, "a question begins with what to count", "`removals \(word) …`")
    default: return nil
    }
  }

  /// `sum(removals)` and its like, where a measure may stand.
  static func ofColumn(_ parser: Parser) -> Diagnostic? {
    guard let token = parser.current, let word = token.word else { return nil }
    let isCall = parser.peek(1)?.kind == .leftBracket
    switch word {
    case "sum" where isCall, "count" where isCall:
      return habit(token, "figures add up by themselves; there is no `\(word)(…)`", "`removals`")
    case "distinct": return habit(token, "events are counted, not people", "`encounters`")
    case "total", "number", "all":
      return habit(token, "figures add up by themselves", "`removals in fy2022`")
    case "how", "what", "when", "who", "which", "why":
      return habit(token, "a question names what to count", "`removals in fy2022`")
    default: return nil
    }
  }

  /// Clauses of other languages.
  static func ofClause(_ parser: Parser) -> Diagnostic? {
    guard let token = parser.current, let word = token.word else { return nil }
    switch word {
    case "group" where parser.peekWord(1) == "by":
      return habit(token, "here it is just `by`", "`removals by fy`")
    case "of": return habit(token, "values follow `for`, not `of`", "`encounters for venezuela`")
    case "from" where parser.peek(1)?.word != nil:
      return habit(token, "`from` begins a period", "`from 2020 to 2022`")
    case "having": return habit(token, "there is no `having`", "`top 10`")
    case "sort": return habit(token, "here it is `order by`", "`order by removals desc`")
    case "during": return habit(token, "here it is `in`", "`in fy2024`")
    case "head", "first": return habit(token, "here it is `limit`", "`limit 10`")
    default: return nil
    }
  }

  private static func habit(_ token: Token, _ message: String, _ example: String) -> Diagnostic {
    Diagnostic("habit", message, at: token.span, hint: "such as \(example)")
  }
}
