import Catalog

/// Which of the administrations of one holder a text means, and when it began.
extension TextLexicon {
  /// The day of an event; where it begins an administration, of the one that is meant.
  func start(_ date: Period, called text: String) -> Period {
    let begun = catalog.administrations().first { .day($0.start) == date }
    return begun.flatMap { start(of: term($0.id, called: text)) } ?? date
  }

  /// The administration that a name means: of several of one holder, where the name does not tell
  /// which, the last one that had begun some weeks before the day of the text.
  func term(_ id: Int, called text: String) -> Int {
    let administrations = catalog.administrations()
    guard let own = administrations.first(where: { $0.id == id }), let day else { return id }
    let words = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
    let holder = Set(own.holder.lowercased().split(separator: " "))
    let plain: Set<Substring> = [
      "president", "administration", "years", "term", "office", "the", "took", "came", "to", "into",
      "was", "inaugurated", "inauguration",
    ]
    guard words.isSubset(of: holder.union(plain))
    else { return id }
    let begun = administrations.last {
      $0.holder == own.holder && $0.start.number + 45 <= day.number
    }
    return begun?.id ?? id
  }

  /// The first day of an administration.
  func start(of administration: Int) -> Period? {
    catalog.administrations().first { $0.id == administration }.map { .day($0.start) }
  }
}
