import Catalog
import QueryLanguage

/// A statement in the making: the slots of its window, filled from the topic, and the checks that
/// follow.
struct ClaimDraft {
  let window: TextWindow
  var slots: WindowSlots
  /// The slots as the words fill them, before anything was carried: they are the same whatever was
  /// told before.
  let said: WindowSlots
  let tokens: [TextToken]
  let marks: [TextMark]
  let lexicon: TextLexicon
  let resolver: TimeResolver
  let preferences: TextPreferences
  let before: TextTopic
  /// What was counted in the text, the last first.
  let told: [Mention.Counted]
  /// What the statement is about, and what the next one may carry.
  var topic: TextTopic
  var carried: [String] = []
  var notes: [String] = []
  /// What was counted some statements before, where the unit of the number shows that it is meant.
  var returnsTo: Measure?
  /// What the measure is a part of, where its name was put together.
  var wholeOfPart: Mention.Counted?
  /// Sentences since the last statement; 0 where it is in the same one.
  let distance: Int
  /// Whether words of the statement name what is counted together with what was told.
  var namesMeasure = false
  /// Whether a slot was filled by a preference.
  var isPreferred = false
  var isUnderstood = true
  /// What the slots are taken for in each reading.
  var fills: [CheckFill] = []

  init(
    _ window: TextWindow,
    _ tokens: [TextToken],
    _ marks: [TextMark],
    _ lexicon: TextLexicon,
    _ resolver: TimeResolver,
    _ preferences: TextPreferences,
    _ before: TextTopic,
    told: [Mention.Counted] = [],
    distance: Int = 100,
    slots: WindowSlots? = nil
  ) {
    self.told = told
    self.distance = distance
    self.window = window
    self.tokens = tokens
    self.marks = marks
    self.lexicon = lexicon
    self.resolver = resolver
    self.preferences = preferences
    self.before = before
    let said =
      slots
      ?? WindowSlots(
        window,
        tokens,
        marks,
        lexicon,
        borders: Set(preferences.places.map(\.dimension))
      )
    self.slots = said
    self.said = said
    topic = before
    readPart()
    fillCounted()
    fillTime()
  }

  var isCertain: Bool { carried.isEmpty && !isPreferred }

  /// Values of the statement before that this one names again without: `seizures`, of fentanyl.
  var leftAfter: [TextTopic.Value] = []

  /// Marks of the window with their places, for what writes the check.
  var windowMarks: [(place: Int, mark: TextMark)] { window.marks.map { ($0, marks[$0]) } }

  var markCount: Int { marks.count }
}

extension ClaimDraft {
  /// Whether the anchor says a record, whose reach is all that is held.
  var isRecord: Bool {
    window.anchor.marks.clamped(to: 0...max(0, markCount - 1)).contains { place in
      let text = windowMarks.first { $0.place == place }?.mark.mention?.text.lowercased() ?? ""
      return text.contains("record") || text.contains("all-time") || text.contains("ever")
        || text.contains("reached") || text.hasSuffix("at any time") || text.hasSuffix("point")
    }
  }

  /// The name of who held office, that a token begins.
  func termName(at token: Int) -> String? {
    windowMarks.first { $0.mark.tokens.lowerBound == token && $0.mark.mention?.term != nil }?
      .mark.mention?.text.lowercased()
  }

  /// The dimension named beside a value: `Miami field office`.
  func toldDimension(of value: TextTopic.Value) -> Int? {
    windowMarks.first { $0.place == value.mark + 1 }.flatMap { beside in
      beside.mark.mention?.key.flatMap { lexicon.dimension(named: $0) }
    }
  }
}
