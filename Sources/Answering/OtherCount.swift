/// The figure of another count of the same thing, and the days that it is about, both in words.
package struct OtherCount {
  /// `234,236`.
  package let figure: String
  /// `4 Apr 2026`.
  package let days: String

  package init(figure: String, days: String) {
    (self.figure, self.days) = (figure, days)
  }
}
