import Catalog
package import QueryLanguage

/// One way of understanding a statement: a statement that leaves less open.
package struct NarrowedCheck: Sendable {
  /// What is understood: "fiscal years, southwest border"; empty when nothing was open.
  package let name: String
  /// The statement, with less left open.
  package let check: Check
  /// Whether it takes what speakers mean wherever that is known.
  package let isPreferred: Bool

  /// Every reading of a statement, the preferred ones first.
  ///
  /// What is left open is a list of ambiguities, each with its alternatives. What has no preferred
  /// alternative is combined with everything; of what has one, a reading takes another in one place
  /// at most.
  package static func all(of check: Check, _ ambiguities: [Ambiguity]) -> [NarrowedCheck] {
    let start = [NarrowedCheck(name: "", check: check, isPreferred: true)]
    let all = ambiguities.reduce(start) { readings, ambiguity in
      ambiguity.alternatives.enumerated().flatMap { place, alternative in
        readings.compactMap { reading in
          let isVaried = ambiguity.prefersFirst && place > 0
          guard reading.isPreferred || !isVaried else { return nil }
          return NarrowedCheck(
            name: [reading.name, alternative.name].filter { !$0.isEmpty }.joined(by: ", "),
            check: alternative.rewrite(reading.check),
            isPreferred: reading.isPreferred && !isVaried
          )
        }
      }
    }
    return all.filter(\.isPreferred) + all.filter { !$0.isPreferred }
  }
}
