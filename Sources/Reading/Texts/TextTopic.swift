import Catalog

/// What statements are about: what is counted, of which values, when. What one lacks is carried
/// from the one before.
struct TextTopic {
  /// What is counted can be, the preferred first; empty where nothing was named.
  var counted: [Mention.Counted] = []
  var values: [Value] = []
  var time: SpokenTime?
  /// The same as periods, the preferred first.
  var spans: [TimeSpan] = []
  /// The time named last, which may be that of a comparison.
  var lastSpans: [TimeSpan] = []
  /// What the last change was measured from.
  var base: TimeSpan?
  /// Values named last that are no places.
  var recentValues: [Value] = []
  /// Times of statements before, the last first.
  var recentSpans: [TimeSpan] = []
  /// What was counted before, the last first.
  var recent: [Mention.Counted] = []
  /// Whether all places together are meant.
  var isEverywhere = false
  /// The time that the text is about: that of its title, or of what it states first.
  var mainSpans: [TimeSpan] = []
  /// The last two different times of what was counted, the last first: a change that names none is
  /// from one to the other.
  var pair: [TimeSpan] = []
  /// What the last share was a part by: `a share that stood at 31 percent a year earlier`.
  var part: [Value] = []
  /// The values that the last statement named itself.
  var lastSaid: [Value] = []
  /// The places told last, one of each kind.
  var recentPlaces: [Value] = []
  /// Values that were told, the last first: `the three nationalities`.
  var told: [Value] = []
  /// Whether the figures confirmed the statement before.
  var isMet = false
  /// A word that no slot of the statement before took.
  var untaken: String?
  /// The words of the heading above.
  var heading = ""

  /// A value that is kept.
  struct Value {
    let alternatives: [Mention.Value]
    let text: String
    /// The place of its mark in the sentence.
    let mark: Int
    /// Whether the statement itself names it.
    var isSaid = true
    /// Whether it only tells who acts in the statement: `customs officers seized …`.
    var isActing = false
    /// Whether a heading names it, which is then the topic of what follows it.
    var isOfHeading = false

    var dimensions: Set<Int> { Set(alternatives.map(\.dimension)) }
  }

  /// The same, as told by a heading.
  var asHeading: TextTopic {
    var topic = self
    topic.values = values.map { value in
      var value = value
      value.isOfHeading = true
      return value
    }
    return topic
  }

  var names: [String] { counted.prefix(1).map(\.measure.name) + values.map(\.text) }
}
