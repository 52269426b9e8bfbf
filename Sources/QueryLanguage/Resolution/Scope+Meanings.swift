import Catalog
import Diagnostics

extension Scope {
  /// One thing that a value could mean.
  struct Meaning {
    let test: Condition.Test
    let preference: Int
    let phrase: Phrase?
  }

  /// Everything that a value could mean, whatever the question. Of values of one dimension whose
  /// spellings differ only in signs (`<18`, `18+`), the one written exactly so.
  func meanings(of name: Name) -> [Meaning] {
    let all = allMeanings(of: name)
    let label = Label.key(of: name.text)
    let exact = all.filter { $0.isImportedValue && Label.key(of: $0.test.label) == label }
    return all.filter { meaning in
      guard meaning.isImportedValue, !exact.contains(where: { $0.isSame(as: meaning) }) else {
        return true
      }
      // Inside quotes, signs are meant as written.
      return !exact.contains { $0.test.dimension == meaning.test.dimension }
        && (!name.isQuoted || Label.isSpelling(name.text, of: meaning.test.label))
    }
  }

  private func allMeanings(of name: Name) -> [Meaning] {
    name.matches.compactMap { match in
      switch match.kind {
      case .member:
        return catalog.member(match.target).flatMap { meaning($0, match.preference) }
      case .group:
        return catalog.group(match.target).flatMap { meaning($0, match.preference) }
      case .phrase:
        return catalog.phrase(match.target).flatMap { meaning($0, match.preference) }
      case .measure, .dimension, .notHeld, .word, .event, .administration: return nil
      }
    }
  }

  private func meaning(_ member: Member, _ preference: Int) -> Meaning? {
    catalog.dimension(member.dimension).map { dimension in
      Meaning(
        test: Condition.Test(
          dimension: dimension,
          members: [member.id],
          isExcluded: false,
          isSet: false,
          label: member.name
        ),
        preference: preference,
        phrase: nil
      )
    }
  }

  private func meaning(_ group: MemberGroup, _ preference: Int) -> Meaning? {
    catalog.dimension(group.dimension).map { dimension in
      Meaning(
        test: Condition.Test(
          dimension: dimension,
          members: group.members,
          isExcluded: false,
          isSet: true,
          label: group.name
        ),
        preference: preference,
        phrase: nil
      )
    }
  }

  private func meaning(_ phrase: Phrase, _ preference: Int) -> Meaning? {
    guard !phrase.means.isEmpty,
      let tree = try? ConditionTree(phrase: phrase.means, catalog: catalog),
      case .test(let test)? = try? condition(tree, isMeaningOfPhrase: true)
    else { return nil }
    return Meaning(test: test, preference: preference, phrase: phrase)
  }
}

extension Scope.Meaning {
  /// Whether it is one imported value, which is found by its label alone.
  var isImportedValue: Bool {
    !test.isSet && test.members.only.map { $0 >= ImportedID.first } ?? false
  }

  fileprivate func isSame(as other: Scope.Meaning) -> Bool {
    test.dimension == other.test.dimension && test.members == other.test.members
  }
}
