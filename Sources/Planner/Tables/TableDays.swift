package import Catalog

/// Days of a row that one dataset answers.
package struct TableDays: Sendable {
  /// Index into the candidates, which are in order of preference.
  package let candidate: Int
  package let days: DaySet
}

extension TableDays {
  /// Its first day.
  var start: Day { days.hull?.first ?? .distantFuture }
}
