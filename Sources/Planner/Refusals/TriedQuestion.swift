import Catalog

/// A question that was planned in place of another and works.
struct TriedQuestion: Sendable {
  /// As it is typed.
  let text: String
  /// From the first to the last day that answers it.
  let heldDays: DayRange?
}
