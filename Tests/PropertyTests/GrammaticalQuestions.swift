import QueryLanguage
import TestSupport

/// Random questions that the grammar allows, about names of the catalog.
struct GrammaticalQuestions {
  private let grammar: Grammar
  private let vocabulary: Vocabulary
  private var dice: Dice
  /// What the question being made is mostly about, so that some of them can be answered.
  private var subject: Vocabulary.Subject
  private var clauses: Set<String> = []

  init(_ grammar: Grammar, _ vocabulary: Vocabulary, seed: UInt64) {
    self.grammar = grammar
    self.vocabulary = vocabulary
    dice = Dice(seed: seed)
    subject = vocabulary.subjects[0]
  }

  mutating func next(_ rule: String = "question") -> String {
    subject = dice.pick(vocabulary.subjects)
    clauses = []
    return spelling(of: .name(rule), depth: 0).joined(separator: " ")
  }

  // MARK: Following the rules

  /// Brackets inside brackets, and conditions inside conditions, end here.
  private static let deepest = 8

  private mutating func spelling(of form: Grammar.Form, depth: Int) -> [String] {
    switch form {
    case .word(let word): return [word]
    case .name(let name): return spelling(ofName: name, depth: depth + 1)
    case .sequence(let parts): return parts.flatMap { spelling(of: $0, depth: depth) }
    case .choice(let parts):
      return spelling(of: alternative(parts, isDeep: depth > Self.deepest), depth: depth)
    case .optional(let part):
      return depth > Self.deepest || !dice.isOne(in: 3) ? [] : spelling(of: part, depth: depth)
    case .repeated(let part):
      let count = depth > Self.deepest ? 0 : part.isClause ? dice.roll(0...3) : dice.roll(0...6) / 5
      return (0..<count).flatMap { _ in spelling(of: part, depth: depth) }
    }
  }

  /// Measures are picked more often than their share, and deep inside what follows no rule.
  private mutating func alternative(_ parts: [Grammar.Form], isDeep: Bool) -> Grammar.Form {
    if isDeep { return shallowest(of: parts) }
    let ofMeasure = parts.first { $0.names.first == "measure" }
    if let ofMeasure, dice.isOne(in: 2) { return ofMeasure }
    return dice.pick(parts)
  }

  private mutating func spelling(ofName name: String, depth: Int) -> [String] {
    if let examples = grammar.examples[name] { return [dice.pick(examples)] }
    guard let rule = grammar.rules[name] else { return [catalogName(name)] }
    let words = spelling(of: rule, depth: depth)
    return Self.clauses.contains(name) && !mayStand(words) ? [] : words
  }

  /// The rules of which each is a clause.
  private static let clauses: Set<String> = ["clause", "narrowing", "limit"]

  /// The alternative that follows the fewest rules.
  private func shallowest(of parts: [Grammar.Form]) -> Grammar.Form {
    parts.first { $0.names.allSatisfy { grammar.rules[$0] == nil } } ?? parts[parts.count - 1]
  }

  /// Whether a clause does not come a second time, or may.
  private mutating func mayStand(_ words: [String]) -> Bool {
    let keyword = words[0] == "as" ? "as of" : words[0]
    guard
      let clause = Clauses.all.first(where: { $0.keywords.contains(keyword) }),
      !clause.mayRepeat
    else { return true }
    return clauses.insert(clause.keywords[0]).inserted
  }

  // MARK: Names

  private mutating func catalogName(_ name: String) -> String {
    let known = dice.isOne(in: 10) ? dice.pick(vocabulary.subjects) : subject
    switch name {
    case "measure":
      return written(dice.isOne(in: 6) ? dice.pick(vocabulary.phrases) : known.measure)
    case "dimension":
      return written(dice.pick(known.dimensions.isEmpty ? ["citizenship"] : known.dimensions))
    case "value": return written(dice.pick(known.members.isEmpty ? ["mexico"] : known.members))
    default: preconditionFailure("the page has neither a rule nor examples for \(name)")
    }
  }

  /// In quotes where it needs them, and now and then where it does not.
  private mutating func written(_ name: String) -> String {
    let words = name.lowercased().split(separator: " ").map(String.init)
    let isQuoted = Keywords.needsQuotes(name) || Keywords.contains(words[0])
    return isQuoted || dice.isOne(in: 6) ? "\"\(name)\"" : name
  }
}

extension Grammar.Form {
  fileprivate var isClause: Bool { if case .name("clause") = self { true } else { false } }
}
