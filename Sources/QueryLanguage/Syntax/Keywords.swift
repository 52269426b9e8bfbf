import Catalog

/// The words of the language.
package enum Keywords {
  /// Words that begin a clause or a statement, or that join conditions. Where a name may not
  /// stand, they are never part of a name.
  package static let all: Set<String> = Set(Clauses.all.flatMap { $0.keywords })
    .union(joining)
    .union(reserved.keys)

  private static let joining: Set<String> = ["and", "or", "not", "is", "to", "desc", "asc"]

  /// Words of the language that this version does not understand yet, with what they are for.
  package static let reserved: [String: String] = [
    "across": "columns from the values of a dimension",
    "with": "added columns, such as shares and changes",
    "per": "figures for each day, month or year",
    "vs": "two periods side by side",
    "check": "statements that can be checked",
    "explain": "how a question is answered",
    "let": "names of one's own",
    "describe": "what is known of a name",
    "show": "lists of what is known",
  ]

  /// Whether a name must be quoted to be read as one: it is a keyword, a month or a quarter.
  package static func needsQuotes(_ name: String) -> Bool {
    let word = name.lowercased()
    return all.contains(word) || isPeriodWord(word)
      || word.contains("\"") == false && word.contains(where: { "|=<>;#".contains($0) })
  }

  /// Whether a word can begin a period: a month, a quarter, `fy2024`.
  static func isPeriodWord(_ word: String) -> Bool {
    PeriodWords.month(word) != nil || PeriodWords.quarter(word) != nil
      || PeriodWords.year(word) != nil || word == "fy" || word == "cy"
  }
}
