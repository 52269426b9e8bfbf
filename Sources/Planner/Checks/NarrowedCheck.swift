import Catalog
package import QueryLanguage

/// One way of understanding a statement: a statement that leaves less open.
package struct NarrowedCheck: Sendable {
  /// What is understood: "fiscal years, southwest border"; empty when nothing was open.
  package let name: String
  /// The statement, with less left open.
  package let check: Check

  /// Every reading of a statement, the language's default first.
  ///
  /// What is left open is a list of ambiguities, each with its alternatives; a reading takes one
  /// alternative of each.
  package static func all(of check: Check, _ ambiguities: [Ambiguity]) -> [NarrowedCheck] {
    ambiguities.reduce([NarrowedCheck(name: "", check: check)]) { readings, ambiguity in
      readings.flatMap { reading in
        ambiguity.alternatives.map { alternative in
          NarrowedCheck(
            name: [reading.name, alternative.name].filter { !$0.isEmpty }.joined(by: ", "),
            check: alternative.rewrite(reading.check)
          )
        }
      }
    }
  }
}
