import Catalog

/// The words of the language.
package enum Keywords {
  /// Whether a word begins a clause or a statement, or joins conditions. Where a name is not
  /// allowed, it is never part of a name.
  package static func contains(_ word: String) -> Bool {
    switch word {
    case "and", "or", "not", "is", "to", "desc", "asc": true
    // Statements of the session begin with these.
    case "check", "explain", "let", "describe", "show", "read", "sql": true
    default: Clauses.clause(startingWith: word) != nil
    }
  }

  /// Whether a word adds nothing to a question: `me`, `please`.
  package static func isSpeech(_ word: String) -> Bool { Habits.isSpeech(word.lowercased()) }

  /// The keywords of several words: `as of`.
  private static let spaced: [String] = Clauses.all.flatMap { clause -> [String] in
    clause.keywords.filter { $0.utf8.contains(UInt8(ascii: " ")) }
  }

  /// Whether a name must be quoted to be read as one: it is a keyword, a month or a quarter.
  package static func needsQuotes(_ name: String) -> Bool {
    if name.utf8.contains(where: endsName) { return true }
    let word = name.lowercased()
    // Names of several words are no word of the language, but for few keywords.
    if name.utf8.contains(UInt8(ascii: " ")) { return spaced.contains(word) }
    return contains(word) || isPeriodWord(word)
  }

  /// Whether a word can begin a period: a month, a quarter, `fy2024`.
  package static func isPeriodWord(_ word: String) -> Bool {
    PeriodWords.month(word) != nil || PeriodWords.quarter(word) != nil
      || PeriodWords.year(word) != nil || word == "fy" || word == "cy"
  }

  /// Signs that no name can hold without quotes.
  private static func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "|"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: ";"), UInt8(ascii: "#"):
      true
    default: false
    }
  }
}
