import Foundation
import TestSupport

/// The grammar as docs/language/grammar.md states it.
struct Grammar {
  /// What may come at a place.
  indirect enum Form {
    case word(String)
    /// Another rule, or a word of the grammar such as `measure`.
    case name(String)
    case sequence([Form])
    case choice([Form])
    case optional(Form)
    case repeated(Form)
  }

  let rules: [String: Form]
  /// Spellings of the words of the grammar that are not looked up in the catalog.
  let examples: [String: [String]]

  init() throws {
    let path = ShippedDatabase.repository + "/docs/language/grammar.md"
    let page = try String(contentsOfFile: path, encoding: .utf8)
    var reader = GrammarReader(block(of: page, "```ebnf\n"))
    rules = try reader.rules()
    examples = Self.examples(in: page)
  }

  /// Every word in quotes.
  var words: Set<String> { Set(rules.values.flatMap(\.words)) }

  /// Every name that is used.
  var names: Set<String> { Set(rules.values.flatMap(\.names)) }

  /// The rows `` | `year` | `2022` `2024` | `` of the page.
  private static func examples(in page: String) -> [String: [String]] {
    var examples: [String: [String]] = [:]
    for line in page.split(separator: "\n") where line.hasPrefix("| `") {
      let quoted = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
      examples[quoted[0]] = Array(quoted.dropFirst())
    }
    return examples
  }
}

/// What comes between a fence and the next one.
private func block(of page: String, _ fence: String) -> String {
  guard let start = page.range(of: fence) else { return "" }
  let rest = page[start.upperBound...]
  return String(rest[..<(rest.range(of: "```")?.lowerBound ?? rest.endIndex)])
}

extension Grammar.Form {
  private var inside: [Grammar.Form] {
    switch self {
    case .word, .name: []
    case .sequence(let parts), .choice(let parts): parts
    case .optional(let part), .repeated(let part): [part]
    }
  }

  var words: [String] {
    if case .word(let word) = self { [word] } else { inside.flatMap(\.words) }
  }

  var names: [String] {
    if case .name(let name) = self { [name] } else { inside.flatMap(\.names) }
  }
}

/// Reads rules: `"word"`, `name`, `a | b`, `[a]`, `{a}`, `(a)`.
private struct GrammarReader {
  private var tokens: [String]

  init(_ text: String) {
    tokens = []
    var isQuoted = false
    for (index, part) in text.components(separatedBy: "\"").enumerated() {
      isQuoted = !index.isMultiple(of: 2)
      if isQuoted {
        tokens.append("\"" + part)
      } else {
        let spaced = part.reduce(into: "") { $0 += "=|()[]{}".contains($1) ? " \($1) " : "\($1)" }
        tokens += spaced.split(whereSeparator: \.isWhitespace).map(String.init)
      }
    }
  }

  mutating func rules() throws -> [String: Grammar.Form] {
    var rules: [String: Grammar.Form] = [:]
    while tokens.count > 1 {
      let name = tokens.removeFirst()
      try expect("=")
      guard rules.updateValue(try choice(), forKey: name) == nil else {
        throw NotGrammar(at: "a second rule for \(name)")
      }
    }
    return rules
  }

  private mutating func choice() throws -> Grammar.Form {
    var parts = [try sequence()]
    while tokens.first == "|" {
      tokens.removeFirst()
      parts.append(try sequence())
    }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() throws -> Grammar.Form {
    var parts: [Grammar.Form] = []
    while let part = try part() { parts.append(part) }
    guard !parts.isEmpty else { throw NotGrammar(at: tokens.first ?? "the end") }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func part() throws -> Grammar.Form? {
    guard let token = tokens.first, !["|", ")", "]", "}", "="].contains(token) else { return nil }
    // The next rule begins here.
    if tokens.dropFirst().first == "=" { return nil }
    tokens.removeFirst()
    switch token {
    case "(": return try bracketed(")")
    case "[": return .optional(try bracketed("]"))
    case "{": return .repeated(try bracketed("}"))
    case _ where token.hasPrefix("\""): return .word(String(token.dropFirst()))
    default: return .name(token)
    }
  }

  private mutating func bracketed(_ end: String) throws -> Grammar.Form {
    let inner = try choice()
    try expect(end)
    return inner
  }

  private mutating func expect(_ sign: String) throws {
    guard tokens.first == sign else { throw NotGrammar(at: tokens.first ?? "the end") }
    tokens.removeFirst()
  }
}

struct NotGrammar: Error {
  let place: String

  init(at place: String) { self.place = place }
}
