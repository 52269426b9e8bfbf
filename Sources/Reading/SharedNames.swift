import Catalog

/// Names that have words in common, of which one says only what is its own: `completed and received
/// court cases`, `credible fear referrals and decisions`, `refugee admissions vs ceiling`.
struct SharedNames {
  private let lexicon: Lexicon

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// The mentions of a line, with the names that share words with others written out.
  func written(out mentions: [Mention]) -> [Mention] {
    guard mentions.contains(where: joins) else { return mentions }
    return mentions.indices.map { place in
      guard lacksName(mentions[place]) else { return mentions[place] }
      return name(at: place, of: mentions) ?? mentions[place]
    }
  }

  /// What a mention names with words of what it is joined to, before it or after it.
  private func name(at place: Int, of mentions: [Mention]) -> Mention? {
    let own = mentions[place]
    let before = mentions[..<place].indices.reversed().filter { !isFiller(mentions[$0]) }
    if before.count > 1, joins(mentions[before[0]]),
      let found = name(of: own, beside: mentions[before[1]])
    {
      return found
    }
    let after = mentions.indices[(place + 1)...].filter { !isFiller(mentions[$0]) }
    guard after.count > 1, joins(mentions[after[0]]) else { return nil }
    return name(of: own, beside: mentions[after[1]])
  }

  /// The same with each of its words in the place of words of the other, the longest names first:
  /// `court cases completed` beside `court cases received`.
  private func name(of own: Mention, beside other: Mention) -> Mention? {
    for words in names(of: other) where words.count > 1 {
      for length in 1..<words.count {
        for start in 0...(words.count - length) {
          var shared = words
          shared.replaceSubrange(start..<start + length, with: [own.text])
          let text = shared.joined(separator: " ")
          if let found = counted(text, insteadOf: own, beside: other) { return found }
        }
      }
      // The beginning or the middle of a longer name, before its own word.
      for start in words.indices.dropFirst() {
        for end in (start + 1..<max(words.count, start + 2)).reversed() where end < words.count {
          let text = words[start..<end].joined(separator: " ") + " " + own.text
          if let found = counted(text, insteadOf: own, beside: other) { return found }
        }
      }
    }
    return nil
  }

  /// Whether words come between what is counted and what is counted beside it.
  private func joins(_ mention: Mention) -> Bool {
    let parts: [SpokenWord.Part] = [.and, .against, .share, .to]
    return mention.counted.isEmpty && mention.values.isEmpty && parts.contains(where: mention.has)
  }

  private func isFiller(_ mention: Mention) -> Bool {
    mention.has(.filler) && mention.counted.isEmpty && mention.values.isEmpty
  }

  /// Whether it names nothing to count by its own name, and asks for nothing.
  private func lacksName(_ mention: Mention) -> Bool {
    let parts: Set<SpokenWord.Part> = [.value, .trait, .kind, .deny, .against, .counted, .topic]
    return mention.counted.allSatisfy { $0.preference >= NameMatch.alias } && mention.period == nil
      && mention.clause == nil
      && mention.number == nil && mention.amount == nil && mention.periodText == nil
      && mention.months == nil && (mention.keys.isEmpty || !mention.counted.isEmpty)
      && mention.words.allSatisfy { parts.contains($0.part) || $0.part.isOfTexts }
      && !joins(mention)
  }

  /// The names of what a mention counts, as typed and as the catalog has it, by their words.
  private func names(of mention: Mention) -> [[String]] {
    guard let best = mention.counted.min(by: { $0.preference < $1.preference }),
      best.preference < 5
    else { return [] }
    return [mention.text, best.measure.name].map { $0.split(separator: " ").map(String.init) }
  }

  /// What a name counts, another thing than what it is beside; of a word that means something by
  /// itself only a measure's own name will do.
  private func counted(_ text: String, insteadOf own: Mention, beside other: Mention) -> Mention? {
    var mention = Mention(text, own.span)
    for match in lexicon.matches(key: Spelling.key(of: text)) {
      mention.add(match, lexicon.catalog)
    }
    guard let best = mention.counted.min(by: { $0.preference < $1.preference }),
      best.preference < (own.values.isEmpty && own.counted.isEmpty ? 4 : 1),
      !other.counted.contains(where: { $0.measure == best.measure })
    else { return nil }
    mention.values = []
    mention.isAfterComma = own.isAfterComma
    return mention
  }
}
