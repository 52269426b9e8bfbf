import Catalog
import Diagnostics

extension Scope {
  /// One thing that a value could mean.
  struct Reading {
    let test: Condition.Test
    let preference: Int
    let phrase: Phrase?
  }

  /// Everything that a value could mean, whatever the question. Of values of one dimension whose
  /// spellings differ only in signs (`<18`, `18+`), the one written exactly so.
  func readings(of name: Name) -> [Reading] {
    let all = allReadings(of: name)
    let label = Label.key(of: name.text)
    let exact = all.filter { $0.isImportedValue && Label.key(of: $0.test.label) == label }
    return all.filter { reading in
      guard reading.isImportedValue, !exact.contains(where: { $0.isSame(as: reading) }) else {
        return true
      }
      // Inside quotes, signs are meant as written.
      return !exact.contains { $0.test.dimension == reading.test.dimension }
        && (!name.isQuoted || Label.isSpelling(name.text, of: reading.test.label))
    }
  }

  private func allReadings(of name: Name) -> [Reading] {
    name.matches.compactMap { match in
      switch match.kind {
      case .member:
        return catalog.member(match.target).flatMap { reading($0, match.preference) }
      case .group:
        return catalog.group(match.target).flatMap { reading($0, match.preference) }
      case .phrase:
        return catalog.phrase(match.target).flatMap { reading($0, match.preference) }
      case .measure, .dimension: return nil
      }
    }
  }

  private func reading(_ member: Member, _ preference: Int) -> Reading? {
    catalog.dimension(member.dimension).map { dimension in
      Reading(
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

  private func reading(_ group: MemberGroup, _ preference: Int) -> Reading? {
    catalog.dimension(group.dimension).map { dimension in
      Reading(
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

  private func reading(_ phrase: Phrase, _ preference: Int) -> Reading? {
    guard !phrase.means.isEmpty,
      let tree = try? ConditionTree(phrase: phrase.means, catalog: catalog),
      case .test(let test)? = try? condition(tree, isMeaningOfPhrase: true)
    else { return nil }
    return Reading(test: test, preference: preference, phrase: phrase)
  }
}

extension Scope.Reading {
  /// Whether it is one imported value, which is found by its label alone.
  var isImportedValue: Bool {
    !test.isSet && test.members.only.map { $0 >= ImportedID.first } ?? false
  }

  fileprivate func isSame(as other: Scope.Reading) -> Bool {
    test.dimension == other.test.dimension && test.members == other.test.members
  }
}
