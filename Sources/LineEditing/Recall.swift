internal import CEditLine

/// Where the arrow keys are in the history.
struct Recall {
  enum Direction { case earlier, later }

  /// What the entries shown must begin with.
  let prefix: String
  /// The line as it was before.
  let draft: String
  /// The index of the entry shown, among all from the oldest; their number for the draft.
  private(set) var place: Int
  /// The line as currently shown.
  private(set) var shown: String

  init(prefix: String, draft: String, entries: [String]) {
    self.prefix = prefix
    self.draft = draft
    place = entries.count
    shown = draft
  }

  /// Moves to the next entry with the beginning, or back to the draft; `false` when there is none.
  mutating func step(_ direction: Direction, _ entries: [String]) -> Bool {
    let begins = { (index: Int) in entries[index].hasPrefix(prefix) && entries[index] != shown }
    switch direction {
    case .earlier:
      guard let found = entries.indices.prefix(place).last(where: begins) else { return false }
      place = found
      shown = entries[found]
    case .later:
      guard place < entries.count else { return false }
      place = entries.indices.dropFirst(place + 1).first(where: begins) ?? entries.count
      shown = place < entries.count ? entries[place] : draft
    }
    return true
  }
}
