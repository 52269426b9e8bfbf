import Catalog
import Diagnostics

extension ConditionTree {
  /// Reads the meaning of a phrase: `component=usbp`.
  init(phrase: String, catalog: any CatalogReader) throws(Diagnostic) {
    var parser = try Parser(phrase, catalog: catalog)
    self = try parser.condition()
    guard parser.isAtEnd else { throw .expected("the end of the phrase", at: parser.currentSpan) }
  }
}

extension Scope {
  /// Resolves the names of a condition.
  ///
  /// The meaning of a phrase (`usbp`: `component=usbp`) is written without phrases, which could be
  /// circular.
  func condition(
    _ tree: ConditionTree,
    isMeaningOfPhrase: Bool = false
  ) throws(Diagnostic) -> Condition {
    switch tree {
    case .either(let parts): return .either(anyOf: try conditions(parts, isMeaningOfPhrase))
    case .all(let parts): return .all(try conditions(parts, isMeaningOfPhrase).flatMap(\.conjuncts))
    case .not(let inner, _):
      return try condition(inner, isMeaningOfPhrase: isMeaningOfPhrase).negated
    case .test(let name, let isExcluded, let values, _):
      let dimension = try dimension(name)
      var tests: [Condition.Test] = []
      for value in values {
        let value = isMeaningOfPhrase ? value.withoutPhrases : value
        tests.append(try test(of: value, in: dimension))
      }
      let joined = Condition.Test(
        dimension: dimension,
        members: IDSet(tests.flatMap(\.members)).elements,
        isExcluded: isExcluded,
        isSet: tests.contains { $0.isSet },
        label: tests.map(\.label).joined(by: ", ")
      )
      return .test(joined)
    case .comparison(let test):
      // Separated before: see `WhereClause`.
      throw .expected("a test of a dimension", at: test.span)
    }
  }

  private func conditions(
    _ trees: [ConditionTree],
    _ isMeaningOfPhrase: Bool
  ) throws(Diagnostic) -> [Condition] {
    var conditions: [Condition] = []
    for tree in trees {
      conditions.append(try condition(tree, isMeaningOfPhrase: isMeaningOfPhrase))
    }
    return conditions
  }

  /// A value of a named dimension, or of its parent: `citizenship = europe`.
  private func test(of name: Name, in dimension: Dimension) throws(Diagnostic) -> Condition.Test {
    let meanings = meanings(of: name).sorted { $0.preference < $1.preference }
    let own = meanings.filter { $0.test.dimension == dimension }
    if !own.isEmpty { return try only(of: own, name).test }
    if let above = meanings.first(where: { $0.test.dimension.id == dimension.parent }) {
      return Condition.Test(
        dimension: dimension,
        members: above.test.members.flatMap { catalog.children(of: $0).map(\.id) },
        isExcluded: false,
        isSet: true,
        label: above.test.label
      )
    }
    throw .notAValue(name, of: dimension, near: nearest(to: name, in: dimension))
  }

  private func nearest(to name: Name, in dimension: Dimension) -> [String] {
    let members = catalog.members(of: dimension.id)
    let byKey = Dictionary(members.map { (Spelling.key(of: $0.name), $0.name) }) { a, _ in a }
    return closestMatches(to: Spelling.key(of: name.text), among: byKey.keys, shortest: 4)
      .compactMap {
        byKey[$0]
      }
  }
}

extension Name {
  /// The name, with only its meanings as a name of the catalog.
  fileprivate var withoutPhrases: Name {
    Name(text: text, span: span, matches: matches.filter { $0.kind != .phrase }, isQuoted: isQuoted)
  }
}

extension Condition {
  /// The negation.
  var negated: Condition {
    switch self {
    case .test(let test): .test(test.excluded)
    case .all(let parts): .either(anyOf: parts.map(\.negated))
    case .either(let parts): .all(parts.map(\.negated).flatMap(\.conjuncts))
    case .not(let inner): inner
    }
  }
}

extension Diagnostic {
  fileprivate static func notAValue(
    _ name: Name,
    of dimension: Dimension,
    near: [String]
  ) -> Diagnostic {
    Diagnostic(
      "not-a-value",
      kind: near.isEmpty ? .notLanguage : .misspelled,
      "`\(name.text)` is not a value of \(dimension.name)",
      at: name.span,
      hint: near.isEmpty ? nil : alternatives(near)
    )
  }
}
