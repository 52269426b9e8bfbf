/// What statements of a text were about, as far as the figures show that they were understood: a
/// later one may go back to it.
struct TextMemory {
  /// The last ones, the last first.
  private var recent: [TextTopic] = []
  /// The first one, which is often what the whole text is about.
  private var main: TextTopic?

  /// How many are kept.
  private static let most = 5

  mutating func keep(_ topic: TextTopic) {
    if main == nil { main = topic }
    recent.removeAll { $0.isAlike(topic) }
    recent.insert(topic, at: 0)
    if recent.count > Self.most { recent.removeLast() }
  }

  /// Topics other than one, the last first; then each with the time of that one.
  func others(than topic: TextTopic) -> [TextTopic] {
    var found = recent.filter { !$0.isAlike(topic) }
    if let main, !main.isAlike(topic), !found.contains(where: { $0.isAlike(main) }) {
      found.append(main)
    }
    let timed = found.filter { $0.spans.first != topic.spans.first && !topic.spans.isEmpty }
      .map { other in
        var other = other
        (other.time, other.spans, other.lastSpans) = (topic.time, topic.spans, topic.lastSpans)
        (other.base, other.pair) = (topic.base, topic.pair)
        return other
      }.filter { !$0.isAlike(topic) }
    return found + timed
  }

  /// The measures that were counted, the last first.
  var counted: [Mention.Counted] {
    (recent + [main].compactMap { $0 }).compactMap(\.counted.first)
      .reduce(into: []) { found, own in
        if !found.contains(where: { $0.expression == own.expression }) { found.append(own) }
      }
  }
}

extension TextTopic {
  /// Whether two are about the same count, values and time.
  func isAlike(_ other: TextTopic) -> Bool {
    counted.first?.expression == other.counted.first?.expression
      && Set(values.map(\.text)) == Set(other.values.map(\.text))
      && spans.first == other.spans.first
  }
}
