package import Catalog
import Diagnostics

/// What a line that is not a question probably means: the names in it, each where it belongs.
///
/// Nothing is guessed: a line with a word that is neither a name, a clause, a period nor one of a
/// few words of speech is not reread. Values that are compared become columns, and never a sum.
package struct Rereading {
  private var parser: Parser
  private var columns: [Query.Column] = []
  private var values: [Value] = []
  private var clauses: [any Clause] = []
  private var periods: [PeriodTerm] = []
  private var comparison = Comparison()
  /// Whether a word was read that occurs only in speech: the words before the next name may then be
  /// skipped.
  private var isBehindName = false

  private struct Value {
    let name: Name
    var isCompared: Bool
  }

  private struct Comparison {
    /// Whether everything is compared: `compare A and B`.
    var isOfAll = false
    /// Whether `vs` was read just now.
    var isOpen = false
    var isOfPeriods = false
  }

  /// The question that a line probably means, when all of the line can be read. It differs from the
  /// line. Where the line names no measure, `measure` is used.
  package static func question(
    in source: String,
    catalog: any CatalogReader,
    definitions: [Definition],
    counting measure: Measure? = nil
  ) -> String? {
    guard source.utf8.count <= longest,
      let parser = try? Parser(source, catalog: catalog, definitions: definitions)
    else { return nil }
    var reading = Rereading(parser)
    guard let question = reading.question(counting: measure) else { return nil }
    return question == source ? nil : question
  }

  /// No question is longer, in bytes.
  private static let longest = 400

  private init(_ parser: Parser) {
    self.parser = parser
    // `compare removals and returns` means two measures, even if a measure has both in its name.
    self.parser.splitsNamesAtAnd = parser.tokens.contains { Self.comparing.contains($0.word) }
  }

  private static let comparing: [String?] = ["compare", "comparing", "comparison", "difference"]

  private mutating func question(counting measure: Measure?) -> String? {
    while !parser.isAtEnd {
      guard readPart() else { return nil }
    }
    if columns.isEmpty, let measure {
      columns = [Query.Column(counting: measure)]
    }
    guard !columns.isEmpty, addPeriods() else { return nil }
    return compared?.spelling
  }

  private mutating func readPart() -> Bool {
    readComparison() || readClause() || readName() || readPeriod() || readSpeech()
  }

  // MARK: Words

  /// `vs`, `versus`, `compared with`, and `compare … and …`.
  private mutating func readComparison() -> Bool {
    switch parser.current?.word {
    case "vs", "versus", "against":
      parser.advance()
      // Between two periods, it is the clause.
      if parser.lookAhead({ try? $0.period() }) != nil {
        guard !periods.isEmpty || hasPeriod else { return false }
        comparison.isOfPeriods = true
      } else {
        openComparison()
      }
    case "compared":
      parser.advance()
      guard parser.skip(word: "with") || parser.skip(word: "to") else { return false }
      openComparison()
    case let word where Self.comparing.contains(word):
      comparison.isOfAll = true
      parser.advance()
    default: return false
    }
    return true
  }

  private mutating func openComparison() {
    comparison.isOpen = true
    if !values.isEmpty { values[values.count - 1].isCompared = true }
  }

  private mutating func readClause() -> Bool {
    guard let word = parser.current?.word, Clauses.clause(startingWith: word) != nil else {
      return false
    }
    var ahead = parser
    guard let clause = try? ahead.clause(after: clauses), !(clause is AsClause) else {
      return false
    }
    parser = ahead
    if let named = clause as? ForClause {
      for name in named.values { add(name) }
    } else if let keys = (clause as? ByClause)?.keys {
      add(keys)
    } else {
      clauses.append(clause)
    }
    return true
  }

  /// What rows are broken down by; a value among it is kept, as after `for`.
  private mutating func add(_ keys: [ByClause.Key]) {
    var rows: [ByClause.Key] = []
    for key in keys {
      if case .value(let name) = key { add(name) } else { rows.append(key) }
    }
    if !rows.isEmpty { clauses.append(ByClause(keys: rows)) }
  }

  /// Something to count, or a value of it; the longer spelling where both fit.
  private mutating func readName() -> Bool {
    let measure = parser.lookAhead { $0.countedName() }
    // `me` is a word of speech here, whatever it is short for.
    let isSpeech = parser.current?.word.map(Habits.isSpeech) ?? false
    let value = parser.lookAhead { $0.keptName() }
      .flatMap { isSpeech && $0.behind.position == parser.position + 1 ? nil : $0 }
    if let measure, isCounted(measure, value) {
      parser = measure.behind
      columns.append(measure.value)
      comparison.isOpen = false
    } else if let value {
      parser = value.behind
      add(value.value)
    } else {
      return false
    }
    isBehindName = true
    return true
  }

  /// Whether a spelling of a measure and a value means the measure: a name takes precedence over an
  /// alias.
  private func isCounted(
    _ measure: (value: Query.Column, behind: Parser),
    _ value: (value: Name, behind: Parser)?
  ) -> Bool {
    guard let value, value.behind.position >= measure.behind.position else { return true }
    guard value.behind.position == measure.behind.position,
      case .measure(let name) = measure.value.expression
    else { return false }
    let kinds: [NameMatch.Kind] = [.member, .group]
    let other = value.value.matches.filter { kinds.contains($0.kind) }.map(\.preference).min()
    return name.matches[0].preference <= other ?? .max
  }

  private mutating func add(_ name: Name) {
    values.append(Value(name: name, isCompared: comparison.isOpen))
    comparison.isOpen = false
    isBehindName = true
  }

  private mutating func readPeriod() -> Bool {
    guard let period = parser.lookAhead({ try? $0.period() }) else { return false }
    parser = period.behind
    periods.append(period.value)
    return true
  }

  /// Words of speech, and what is between two names.
  private mutating func readSpeech() -> Bool {
    guard let token = parser.current else { return false }
    switch token.kind {
    case .comma where isBehindName: break
    case .unknown("?"), .unknown("."): break
    case .word("and") where isBehindName, .word("or") where isBehindName: break
    case .word(let word) where Habits.isSpeech(word): break
    case .word(let word) where Habits.standsBeforeValue(word): return readWordBeforeName()
    default: return false
    }
    parser.advance()
    return true
  }

  /// `from mexico`, `on the northern border`, `in 2023` with another word for it.
  private mutating func readWordBeforeName() -> Bool {
    parser.advance()
    parser.skip(word: "the")
    return readName() || readPeriod()
  }

  // MARK: The question

  private var hasPeriod: Bool { clauses.contains { type(of: $0).role == .period } }

  /// Periods without a word before them.
  private mutating func addPeriods() -> Bool {
    guard let first = periods.first else { return true }
    switch (periods.count, comparison.isOfPeriods) {
    case (1, false) where !hasPeriod:
      clauses.append(InClause(ranges: [.init(first: first, last: nil)]))
    case (2, true) where !hasPeriod:
      clauses.append(InClause(ranges: [.init(first: first, last: nil)]))
      clauses.append(versus(periods[1]))
    case (1, true) where hasPeriod: clauses.append(versus(first))
    default: return false
    }
    return true
  }

  private func versus(_ period: PeriodTerm) -> VersusClause {
    VersusClause(other: .range(.init(first: period, last: nil)), span: period.span)
  }

  /// Values that are compared become columns; all others become conditions.
  private var compared: Query? {
    let isCompared = { (value: Value) in value.isCompared || comparison.isOfAll }
    let sides = values.filter(isCompared).map(\.name)
    var kept = values.filter { !isCompared($0) }.map(\.name)
    var columns = columns
    if sides.count > 1 {
      columns = columns.flatMap { column in sides.compactMap { column.kept(to: $0) } }
      guard columns.count == sides.count * self.columns.count else { return nil }
    } else if columns.count > 1, comparison.isOfAll || sides.isEmpty {
      kept = values.map(\.name)
    } else if !sides.isEmpty || comparison.isOfAll || comparison.isOpen {
      // A measure on one side and a value on the other, or one side alone, are not a comparison.
      return nil
    }
    let own = kept.isEmpty ? [] : [ForClause(values: kept)] as [any Clause]
    return Query(columns: columns, clauses: own + clauses)
  }
}

extension Parser {
  /// The measures that the line names, in order, without values that are spelled like one.
  var countedNames: [Name] {
    var names: [Name] = []
    var ahead = self
    ahead.position = 0
    while !ahead.isAtEnd {
      if let counted = ahead.lookAhead({ $0.measureName() }),
        counted.behind.position >= ahead.lookAhead({ $0.keptName() })?.behind.position ?? 0
      {
        names.append(counted.value)
        ahead = counted.behind
      } else if let kept = ahead.lookAhead({ $0.keptName() }) {
        ahead = kept.behind
      } else {
        ahead.advance()
      }
    }
    return names
  }

  /// A measure, or a phrase that means one.
  fileprivate mutating func measureName() -> Name? {
    guard let name = name(.measures), name.matches.first?.isPhraseOfValue(in: catalog) == false
    else { return nil }
    return name
  }

  /// An expression that begins with a measure.
  fileprivate mutating func countedName() -> Query.Column? {
    guard lookAhead({ $0.measureName() }) != nil || lookAhead({ $0.defined() }) != nil else {
      return nil
    }
    let start = position
    guard let expression = try? expression() else { return nil }
    return Query.Column(expression: expression, label: nil, span: span(from: start))
  }

  /// A value, or a phrase that means one.
  mutating func keptName() -> Name? {
    guard let name = name(.values) else { return nil }
    let isKept = name.matches.contains { match in
      switch match.kind {
      case .member, .group: true
      case .phrase: match.isPhraseOfValue(in: catalog)
      case .measure, .dimension, .notHeld, .word, .event, .administration: false
      }
    }
    return isKept ? name : nil
  }
}

extension Query.Column {
  fileprivate init(counting measure: Measure) {
    let name = Name(
      text: measure.name,
      span: SourceSpan(0..<0),
      matches: [NameMatch(kind: .measure, preference: 0, target: measure.id)]
    )
    self.init(expression: .measure(name), label: nil, span: name.span)
  }

  /// The same of one value; `nil` where its measures are restricted already.
  fileprivate func kept(to value: Name) -> Query.Column? {
    expression.kept(to: value).map { Query.Column(expression: $0, label: nil, span: span) }
  }
}

extension Query.Expression {
  fileprivate func kept(to value: Name) -> Query.Expression? {
    switch self {
    case .measure, .defined: return .restricted(self, .values([value]))
    case .number: return self
    case .restricted: return nil
    case .negated(let inner, let span): return inner.kept(to: value).map { .negated($0, span) }
    case .operation(let sign, let left, let right, let span):
      guard let left = left.kept(to: value), let right = right.kept(to: value) else { return nil }
      return .operation(sign, left, right, span)
    case .fold(let function, let inner, let unit, let span):
      return inner.kept(to: value).map { .fold(function, $0, unit, span) }
    }
  }
}
