import Catalog
import Diagnostics

extension Scope {
  /// Values without their dimension: those of one dimension are alternatives.
  mutating func tests(
    of names: [Name],
    for draft: ResolvedQuery
  ) throws(Diagnostic) -> [Condition.Test] {
    var draft = draft
    var tests: [Condition.Test] = []
    // Values that can only mean one thing first: they narrow down what the others mean.
    for (name, meanings) in clearOnesFirst(names) {
      guard let test = try optionalTest(of: name, meanings, for: draft) else { continue }
      if let index = tests.firstIndex(where: { $0.dimension == test.dimension }) {
        tests[index] = tests[index].joined(with: test)
      } else {
        tests.append(test)
        draft.restrict(to: .test(test))
      }
    }
    return tests
  }

  /// Names with everything that they could mean; those that can only mean one thing come first.
  private func clearOnesFirst(_ names: [Name]) -> [(name: Name, meanings: [Meaning])] {
    var clear: [(name: Name, meanings: [Meaning])] = []
    var ambiguous: [(name: Name, meanings: [Meaning])] = []
    for name in names {
      let meanings = meanings(of: name)
      let dimensions = IDSet(meanings.map(\.test.dimension.id))
      if dimensions.count <= 1 {
        clear.append((name, meanings))
      } else {
        ambiguous.append((name, meanings))
      }
    }
    return clear + ambiguous
  }

  /// What a value means here; `nil` for a phrase such as `nationwide`, which leaves nothing out.
  private mutating func optionalTest(
    of name: Name,
    _ meanings: [Meaning],
    for draft: ResolvedQuery
  ) throws(Diagnostic) -> Condition.Test? {
    guard !meanings.isEmpty else {
      return try noReading(of: name)
    }
    let meaning = try choose(among: meanings, name, for: draft)
    if let phrase = meaning.phrase { note(phrase) }
    return meaning.test
  }

  /// A phrase that means no value: its note is shown where it has one, and it is refused where
  /// nothing is held.
  private mutating func noReading(of name: Name) throws(Diagnostic) -> Condition.Test? {
    guard let match = name.matches.first(where: { $0.kind == .phrase }),
      let phrase = catalog.phrase(match.target)
    else { throw .unknown("value", name, near: labels(spelledLike: name)) }
    guard phrase.means.isEmpty else { throw .measureAsValue(name) }
    note(phrase)
    return nil
  }

  /// Imported values that differ only in signs from a name that was quoted.
  private func labels(spelledLike name: Name) -> [String] {
    name.matches.filter { $0.kind == .member }.prefix(3).compactMap {
      catalog.member($0.target)?.name
    }
  }

  // MARK: Choosing

  /// Dimensions that the tables have; then names before phrases before aliases; then the parent
  /// before its child.
  private func choose(
    among meanings: [Meaning],
    _ name: Name,
    for draft: ResolvedQuery
  ) throws(Diagnostic) -> Meaning {
    guard IDSet(meanings.map(\.test.dimension.id)).count > 1 else {
      let meaning = try only(of: meanings, name)
      try refuseSpokenOfSeveral(name, meaning)
      return meaning
    }
    let published = published(IDSet(meanings.map(\.test.dimension.id)), of: draft)
    var left = meanings.filter { published.contains($0.test.dimension.id) }
    if left.isEmpty { left = meanings }
    let best = left.map(\.preference).min() ?? 0
    left = left.filter { $0.preference == best }
    let dimensions = IDSet(left.map(\.test.dimension.id))
    left = left.filter { !dimensions.contains($0.test.dimension.parent) }
    guard IDSet(left.map(\.test.dimension.id)).count == 1 else {
      throw .ambiguous(name, left.map(\.test))
    }
    return try only(of: left, name)
  }

  /// A name that people use for several values of one dimension says which one is meant only where
  /// it is spelled out: `Congo`.
  private func refuseSpokenOfSeveral(_ name: Name, _ meaning: Meaning) throws(Diagnostic) {
    // A name of its own is no alias that others have too.
    guard meaning.preference == NameMatch.alias, !meaning.isImportedValue else { return }
    let words = catalog.matches(key: Spelling.key(of: name.text)).filter { $0.kind == .word }
    guard words.count > 1 else { return }
    let own = meaning.test.dimension.key + "="
    let values = Set(
      words.compactMap { catalog.word($0.target) }
        .filter { $0.part == .value && $0.means.hasPrefix(own) }.map(\.means)
    )
    guard values.count > 1 else { return }
    throw .spokenOfSeveral(name, meaning.test.dimension)
  }

  /// The only one of several meanings of one dimension. Imported values that differ only in signs
  /// are ambiguous, which is an error.
  func only(of meanings: [Meaning], _ name: Name) throws(Diagnostic) -> Meaning {
    let best = meanings.map(\.preference).min()
    let left = meanings.filter { $0.preference == best }
    guard left.count > 1, left.contains(where: \.isImportedValue) else { return left[0] }
    throw .severalLabels(name, left.map(\.test))
  }

  /// Values that no row can have together: `for europe, mexico`.
  func refuseImpossible(_ draft: ResolvedQuery) throws(Diagnostic) {
    for figure in draft.figures {
      guard let condition = draft.condition(of: figure) else { continue }
      let required = condition.required
      for (dimension, members) in required.entries {
        if members.isEmpty {
          throw .impossible(condition, dimension, parent: 0, at: draft.columns[0].span)
        }
        guard let parent = catalog.dimension(dimension)?.parent,
          let parents = required[parent]
        else { continue }
        let fits = members.elements.contains { member in
          catalog.member(member).map { parents.contains($0.parent) } ?? false
        }
        if !fits {
          throw .impossible(condition, dimension, parent: parent, at: draft.columns[0].span)
        }
      }
    }
  }
}

extension Condition.Test {
  /// Either of two tests of one dimension.
  fileprivate func joined(with other: Condition.Test) -> Condition.Test {
    // A value named again adds nothing, not even to the label.
    if other.members.allSatisfy(members.contains), isSet || !other.isSet { return self }
    return Condition.Test(
      dimension: dimension,
      members: IDSet(members + other.members).elements,
      isExcluded: isExcluded,
      isSet: isSet || other.isSet,
      label: "\(label), \(other.label)"
    )
  }
}

extension Diagnostic {
  fileprivate static func severalLabels(_ name: Name, _ tests: [Condition.Test]) -> Diagnostic {
    let labels = tests.prefix(6).map { "`\"\($0.label)\"`" }
    return Diagnostic(
      "ambiguous-value",
      "`\(name.text)` names several values of \(tests[0].dimension.name)",
      at: name.span,
      hint: labels.joined(separator: " or ")
    )
  }

  fileprivate static func ambiguous(_ name: Name, _ tests: [Condition.Test]) -> Diagnostic {
    let spellings = tests.map { "`where \($0.dimension.name) = \(name.spelling)`" }
    return Diagnostic(
      "ambiguous-value",
      "`\(name.text)` names several things",
      at: name.span,
      hint: spellings.joined(separator: " or ")
    )
  }

  fileprivate static func spokenOfSeveral(_ name: Name, _ dimension: Dimension) -> Diagnostic {
    Diagnostic(
      "ambiguous-value",
      kind: .notLanguage,
      "`\(name.text)` names several values of \(dimension.name)",
      at: name.span,
      hint: "the full name says which one is meant"
    )
  }

  fileprivate static func measureAsValue(_ name: Name) -> Diagnostic {
    Diagnostic(
      "measure-as-value",
      kind: .notLanguage,
      "`\(name.text)` is something to count, not a value to keep",
      at: name.span
    )
  }

  fileprivate static func impossible(
    _ condition: Condition,
    _ dimension: Int,
    parent: Int,
    at span: SourceSpan
  ) -> Diagnostic {
    let labels = condition.conjuncts.flatMap(\.tests)
      .filter {
        $0.dimension.id == dimension || $0.dimension.parent == dimension
          || $0.dimension.id == parent
      }
      .map { "\($0.isExcluded ? "not " : "")`\($0.label)`" }
    return Diagnostic(
      "impossible",
      "nothing can be \(labels.joined(separator: " and ")) at once",
      at: span
    )
  }
}
