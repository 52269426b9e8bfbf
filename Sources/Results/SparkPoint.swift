/// What a small drawing shows for one period.
package enum SparkPoint: Hashable, Sendable {
  case figure(Double)
  /// A period of which only a part is held; its figure cannot be compared with the others.
  case partial
  case missing
}
