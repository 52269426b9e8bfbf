import Catalog
import QueryLanguage

/// A statement in the making: the slots of its window, filled from the topic, and the checks that
/// follow.
struct ClaimDraft {
  /// What is the same whatever the slots are filled with.
  let context: ClaimContext
  var slots: WindowSlots
  /// What the statement is about, and what the next one may carry.
  var topic: TextTopic
  var carried: [String] = []
  var notes: [String] = []
  /// What was counted some statements before, where the unit of the number shows that it is meant.
  var returnsTo: Measure?
  /// What the measure is a part of, where its name was put together.
  var wholeOfPart: Mention.Counted?
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
    let said =
      slots
      ?? WindowSlots(
        window,
        tokens,
        marks,
        lexicon,
        borders: Set(preferences.places.map(\.dimension))
      )
    context = ClaimContext(
      window: window,
      said: said,
      tokens: tokens,
      marks: marks,
      lexicon: lexicon,
      resolver: resolver,
      preferences: preferences,
      before: before,
      told: told,
      distance: distance
    )
    self.slots = said
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
  var window: TextWindow { context.window }
  var said: WindowSlots { context.said }
  var tokens: [TextToken] { context.tokens }
  var marks: [TextMark] { context.marks }
  var lexicon: TextLexicon { context.lexicon }
  var resolver: TimeResolver { context.resolver }
  var preferences: TextPreferences { context.preferences }
  var before: TextTopic { context.before }
  var told: [Mention.Counted] { context.told }
  var distance: Int { context.distance }
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
