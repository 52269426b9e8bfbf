package import Catalog
import Diagnostics
import Glibc
import QueryLanguage

/// Reads a text: finds what it states and how each statement can be judged. Start reading here:
/// blocks, sentences, marks, anchors, windows, slots, checks.
///
/// The same text, day and data give the same statements. It knows the catalog and the language, and
/// nothing of figures.
package struct TextReader {
  private let lexicon: TextLexicon
  private let resolver: TimeResolver
  private let preferences: TextPreferences
  private var topic = TextTopic()
  private var memory = TextMemory()
  /// Sentences since the last one that stated something.
  private var distance = 100

  /// `edge` is the end of what is held, for a text without a day.
  package init(_ catalog: any CatalogReader, spoken: [SpokenReading], day: Day?, edge: Day?) {
    lexicon = TextLexicon(catalog, day: day ?? edge)
    resolver = TimeResolver(day: day, edge: edge, administrations: catalog.administrations())
    preferences = TextPreferences(spoken, catalog)
  }

  /// The statements of the next block of the text. `settle` tells which reading of one was meant,
  /// as far as the figures tell: the next statements carry it on.
  package mutating func claims(
    in block: TextBlock,
    settle: TextClaim.Settling
  ) throws -> [TextClaim] {
    var claims: [TextClaim] = []
    for sentence in block.sentences(lexicon) {
      claims += try self.claims(in: sentence, of: block, settle)
    }
    return claims
  }

  private mutating func claims(
    in sentence: TextSentence,
    of block: TextBlock,
    _ settle: TextClaim.Settling
  ) throws -> [TextClaim] {
    let tokens = Array(sentence.tokens)
    distance += 1
    let marks = MarkFinder(tokens, lexicon).marks
    let anchors = AnchorFinder(tokens: tokens, marks: marks, lexicon: lexicon).anchors
    guard !anchors.isEmpty, !sentence.isQuestion, block.kind != .heading || tokens.count > 6 else {
      passOver(sentence, tokens, marks, isHeading: block.kind == .heading)
      return []
    }
    let speaker = Speaker.name(in: tokens, lexicon) ?? ""
    var claims: [TextClaim] = []
    var silent: TextWindow?
    // What a sentence tells of another field is not gone on with.
    let before = topic
    var isAboutField = false
    var hasMet = false
    for own in TextWindow.all(anchors, tokens, marks, lexicon) {
      let window = silent.flatMap { own.following($0, tokens) } ?? own
      let wasSilent = silent != nil
      silent = nil
      let isFirst = claims.isEmpty
      var drafts = ClaimDrafts(draft(of: window, tokens, marks, topic, isFirst))
      let write = { [resolver, preferences, lexicon] (draft: ClaimDraft) in
        CheckWriter(draft, resolver, preferences, lexicon).readings
      }
      let reading = drafts.handling(write)
      guard let reading else {
        if window.anchor.isWord || wasSilent { silent = window }
        continue
      }
      let claim = claim(reading, drafts, tokens, block, speaker)
      var topics = drafts.own.isOpenToOthers ? memory.others(than: topic)[...] : []
      let settled = try settle(claim) {
        guard let topic = topics.popFirst() else { return nil }
        return drafts.more(
          draft(of: window, tokens, marks, topic, isFirst, drafts.own.said)
        ) {
          CheckWriter($0, resolver, preferences, lexicon, isNear: true).readings
        }
      }
      guard let settled else { continue }
      claims.append(claim)
      let meant = drafts.taking(settled.reading)
      if meant.isUnderstood, settled.isMet || meant.isNamed || !hasMet { topic = meant.carriedOn }
      topic.isMet = settled.isMet
      // Of what a share was is only known where the figures agree with it.
      if !settled.isMet { topic.part = [] } else { topic.untaken = nil }
      hasMet = hasMet || settled.isMet
      isAboutField = isAboutField || settled.isMet || meant.isNamed || !meant.slots.values.isEmpty
      if settled.isMet { memory.keep(meant.topic) }
    }
    if !isAboutField { topic = before }
    if !claims.isEmpty { distance = 0 }
    return claims
  }

  /// Keeps what a sentence without statements is about.
  private mutating func passOver(
    _ sentence: TextSentence,
    _ tokens: [TextToken],
    _ marks: [TextMark],
    isHeading: Bool
  ) {
    note(tokens, marks, isHeading: isHeading)
    // `Asylum. Grants rose …`: a word or two before the first sentence are its heading.
    if tokens.count <= 4, tokens.last?.text == ".", sentence.tokens.startIndex == 0 {
      topic.heading = Self.words(of: tokens)
    }
  }

  private func draft(
    of window: TextWindow,
    _ tokens: [TextToken],
    _ marks: [TextMark],
    _ topic: TextTopic,
    _ isFirst: Bool,
    _ said: WindowSlots? = nil
  ) -> ClaimDraft {
    ClaimDraft(
      window,
      tokens,
      marks,
      lexicon,
      resolver,
      preferences,
      topic,
      told: memory.counted,
      distance: isFirst ? distance : 0,
      slots: said
    )
  }

  private func claim(
    _ reading: TextClaim.Handling,
    _ drafts: ClaimDrafts,
    _ tokens: [TextToken],
    _ block: TextBlock,
    _ speaker: String
  ) -> TextClaim {
    let draft = drafts.own
    let window = draft.window
    let first = tokens[window.tokens.lowerBound].range.lowerBound
    let last = tokens[window.tokens.upperBound - 1].range.upperBound
    return TextClaim(
      range: block.place(first..<last),
      line: block.line,
      text: block.text(first..<last),
      reading: reading,
      said: window.anchor.said,
      isCertain: draft.isCertain,
      isLoose: draft.isLoose,
      isGuess: draft.isGuess,
      isStray: draft.isStray,
      untaken: draft.untaken,
      followsDoubt: draft.carriesMeasure && !draft.before.isMet,
      leavesOut: draft.leftAfter.map(\.text),
      isFarCarried: draft.isFarCarried,
      isAnchored: draft.isAnchored,
      carriesMeasure: draft.carriesMeasure,
      hasWeakMeasure: draft.carriesMeasure || draft.slots.isByVerb,
      carried: draft.carried,
      notes: draft.notes,
      speaker: speaker
    )
  }

  private static func words(of tokens: [TextToken]) -> String {
    tokens.filter { $0.kind == .word }.prefix(4).map(\.text).joined(separator: " ")
  }

  /// A sentence or a heading that states nothing may name what the next ones are about.
  private mutating func note(_ tokens: [TextToken], _ marks: [TextMark], isHeading: Bool) {
    if isHeading, !topic.mainSpans.isEmpty, topic.spans != topic.mainSpans {
      // Another section goes back to what the whole is about.
      if let last = topic.spans.first { topic.recentSpans = [last] }
      topic.spans = topic.mainSpans
      topic.pair = []
    }
    guard !marks.isEmpty else { return }
    let anchor = TextAnchor(kind: .change(nil, isRise: true), marks: -1 ... -1, tokens: 0..<0)
    let window = TextWindow(anchor: anchor, tokens: 0..<tokens.count, marks: Array(marks.indices))
    let draft = ClaimDraft(window, tokens, marks, lexicon, resolver, preferences, topic)
    let isSaidAgain =
      draft.slots.values.isEmpty
      && draft.slots.counted.first?.measure == topic.counted.first?.measure
    if isHeading { topic.heading = Self.words(of: tokens) }
    let isNamed = isHeading ? !draft.slots.counted.isEmpty : draft.isNamed
    if isNamed && !isSaidAgain
      || isHeading && (!draft.slots.values.isEmpty || draft.slots.isEverywhere)
    {
      topic = isHeading ? draft.topic.asHeading : draft.topic
      if isHeading, topic.mainSpans.isEmpty,
        draft.slots.times.contains(where: { $0.time.namesPeriod })
      {
        topic.mainSpans = topic.spans
      }
    } else if tokens.count < 12, let time = draft.slots.times.first,
      time.time.namesPeriod || time.time.isAbsolute && tokens.count < 6
    {
      // `September itself was brutal.`
      topic.time = draft.topic.time
      topic.spans = draft.topic.spans
      // `Last month? Eight thousand.`
      distance = min(distance, 1)
    }
  }
}
