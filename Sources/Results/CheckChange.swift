/// The change of a figure.
package struct CheckChange: Equatable, Sendable {
  package let absolute: Number
  /// `nil` from zero.
  package let percent: Number?

  package init(absolute: Number, percent: Number?) {
    self.absolute = absolute
    self.percent = percent
  }
}
