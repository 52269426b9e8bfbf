package import Diagnostics

extension Diagnostic {
  /// Whether it says that the data hold nothing that answers, and not that the question is a wrong one.
  package var isLackOfData: Bool {
    switch id {
    case "outside-coverage", "not-applicable", "not-told-apart", "not-published-by",
      "not-published-by-time", "not-published-by-then", "not-published-together", "only-part",
      "too-much-other", "incomplete", "held-by-year", "held-in-parts", "only-part-published",
      "inside-month", "no-complete-period", "nothing-to-fold":
      true
    default: false
    }
  }
}
