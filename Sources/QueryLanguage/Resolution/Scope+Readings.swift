import Catalog
import Diagnostics

extension Scope {
  /// One thing that a value could mean.
  struct Reading {
    let test: Condition.Test
    let preference: Int
    let phrase: Phrase?
  }

  /// Everything that a value could mean, whatever is asked.
  func readings(of name: Name) -> [Reading] {
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
