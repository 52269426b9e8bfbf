/// What members are, by their ids.
struct MemberKinds {
  /// The id itself.
  let ids: [Int]
  /// Whether the member is a value, and no rest.
  let isValue: [Bool]
  /// Whether the member rolls up to a value, and not to nothing or to a rest.
  let isPlaced: [Bool]
  let isOther: [Bool]

  init(of members: [SeedMember]) {
    ids = Array(0...members.count)
    isValue = [false] + members.map { $0.rest == 0 }
    isPlaced =
      [false] + members.map { $0.rest == 0 && $0.parent != 0 && members[$0.parent - 1].rest == 0 }
    isOther = [false] + members.map { $0.rest == 1 }
  }
}
