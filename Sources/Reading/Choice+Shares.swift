import Catalog

extension Choice {
  /// The values right after a word that asks for a share, where a verb says what happened to them:
  /// `percent of mexicans expelled under title 42`, `share of families that were deported`. They
  /// are the whole. `nil` where what is counted is the whole itself.
  func valuesOfVerb(after share: Int) -> [Mention.Value]? {
    guard let verb = line.counted.only, counted.count == 1, !namedValues.isEmpty,
      verb.isVerb, keys.isEmpty, line.looseKeys.isEmpty,
      line.samePeriod == nil, !line.asks(.against), !line.asks(.compare), !line.asks(.change)
    else { return nil }
    let isBetween = namedValues.allSatisfy { $0.own.place > share && $0.own.place < verb.place }
    // `families encountered` are a part of those encountered; `families who were deported` are of
    // all families, and so are those of what the verb itself keeps to.
    let last = namedValues.map(\.own.place).max() ?? share
    guard isBetween, !counted[0].values.isEmpty || verb.place > last + 1 else { return nil }
    return ownValues
  }
}

extension Line.Counted {
  /// Whether its words say what was done, and name nothing: `deported`, `sent back`.
  fileprivate var isVerb: Bool {
    alternatives.allSatisfy { $0.preference >= 3 }
      || text.split(separator: " ").first?.lowercased().hasSuffix("ed") ?? false
  }
}

extension Mention.Counted {
  /// The measure alone.
  var withoutValues: Mention.Counted { Mention.Counted(measure, preference) }
}
