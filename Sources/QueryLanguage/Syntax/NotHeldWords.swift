package import Catalog
package import Diagnostics

/// The words of a line that name something that is not in the data.
package struct NotHeldWords {
  package let thing: NotHeld
  package let span: SourceSpan
  /// Words of the line that nothing knows, and that may have changed what is asked.
  package private(set) var unread: [String] = []

  /// Questions that are nearer to the line than the one of the catalog, the nearest first.
  private(set) var nearest: [String] = []

  package init(_ thing: NotHeld, _ span: SourceSpan, unread: [String] = []) {
    self.thing = thing
    self.span = span
    self.unread = unread
  }

  /// The same with questions that are nearer to the line than the one of the catalog.
  package func offering(_ questions: [String]) -> NotHeldWords {
    var words = self
    words.nearest = questions
    return words
  }

  /// The most words of a name.
  private static let most = 9

  /// The longest name at the beginning of a line, words of speech before it left out; `nil` where
  /// there is none.
  package init?(at beginning: String, catalog: any CatalogReader) {
    guard let tokens = try? Lexer.tokens(of: beginning) else { return nil }
    let text = Array(beginning.utf8)
    // A name may begin with words of speech itself: `people who crossed`.
    for first in tokens.indices {
      for last in tokens[first...].prefix(Self.most).reversed() {
        let range = tokens[first].range.lowerBound..<last.range.upperBound
        let key = Spelling.key(of: String(decoding: text[range], as: UTF8.self))
        guard let match = catalog.matches(key: key).first(where: { $0.kind == .notHeld }),
          !Self.beginsClause(last, key, catalog), let thing = catalog.notHeld(match.target)
        else { continue }
        self.thing = thing
        span = SourceSpan(range)
        return
      }
      guard tokens[first].word.map(Habits.isSpeech) ?? false else { return nil }
    }
    return nil
  }

  /// Whether the last word begins a clause, and only folding makes it the end of a name: `removals
  /// order` is not about removal orders.
  private static func beginsClause(
    _ last: Token,
    _ key: String,
    _ catalog: any CatalogReader
  ) -> Bool {
    guard let word = last.word, Clauses.clause(startingWith: word) != nil else { return false }
    return !catalog.spellings(key: key).contains { spelling in
      spelling.match.kind == .notHeld && spelling.text.lowercased().hasSuffix(" " + word)
    }
  }
}

extension Diagnostic {
  /// The same lack of data, told of what was asked for in somebody's own words.
  package func notHeld(_ nearest: [String]) -> Diagnostic {
    Diagnostic(
      "not-held",
      kind: .notHeld,
      message,
      at: span,
      hint: hint,
      questions: nearest.isEmpty ? questions : nearest
    )
  }

  /// That something is not in the data, instead of what the line seems to be wrong in.
  package static func notHeld(_ words: NotHeldWords) -> Diagnostic {
    let thing = words.thing
    return Diagnostic(
      "not-held",
      kind: .notHeld,
      "\(thing.name): \(thing.reason.words)",
      at: words.span,
      hint: words.unreadSentence.map { "\(thing.why) \($0)" } ?? thing.why,
      questions: words.nearest.isEmpty ? [thing.nearest] : words.nearest
    )
  }
}

extension NotHeldWords {
  /// Which words were not read; `nil` where none were left.
  fileprivate var unreadSentence: String? {
    unread.isEmpty ? nil : "Not read: \(unread.map { "`\($0)`" }.joined(separator: ", "))."
  }
}

extension NotHeld.Reason {
  /// In a sentence, after what is not held.
  package var words: String {
    switch self {
    case .unpublished: "nobody publishes it"
    case .notHeld: "published, and not in the data"
    case .partlyHeld: "in the data only in part"
    }
  }
}
