/// Something that speakers leave open.
package enum SpokenReading: Hashable, Sendable {
  /// A word, as spellings are looked up, and the ids of the measures that it may stand for.
  case verb(said: String, measures: [Int])
  /// A place that is often meant without being named.
  case place(dimension: Int, member: Int)
}
