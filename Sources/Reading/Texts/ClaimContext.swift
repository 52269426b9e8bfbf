import Catalog

/// Where a statement is: its sentence, its window, and what was told before. It is shared by all
/// readings of the statement, of which each would otherwise copy it.
final class ClaimContext {
  let window: TextWindow
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
  /// Sentences since the last statement; 0 where it is in the same one.
  let distance: Int

  init(
    window: TextWindow,
    said: WindowSlots,
    tokens: [TextToken],
    marks: [TextMark],
    lexicon: TextLexicon,
    resolver: TimeResolver,
    preferences: TextPreferences,
    before: TextTopic,
    told: [Mention.Counted],
    distance: Int
  ) {
    self.window = window
    self.said = said
    self.tokens = tokens
    self.marks = marks
    self.lexicon = lexicon
    self.resolver = resolver
    self.preferences = preferences
    self.before = before
    self.told = told
    self.distance = distance
  }
}
