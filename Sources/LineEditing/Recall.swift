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
  /// What is offered after the draft of an empty line.
  private let offered: [String]
  /// How many of the offers were passed.
  private var offer = 0

  init(prefix: String, draft: String, entries: [String], offered: [String] = []) {
    self.prefix = prefix
    self.draft = draft
    self.offered = draft.isEmpty ? offered : []
    place = entries.count
    shown = draft
  }

  /// Moves to the next entry with the beginning, or back to the draft; `false` when there is none.
  mutating func step(_ direction: Direction, _ entries: [String]) -> Bool {
    let begins = { (index: Int) in entries[index].hasPrefix(prefix) && entries[index] != shown }
    switch direction {
    case .earlier where offer > 0:
      offer -= 1
      shown = offer > 0 ? offered[offer - 1] : draft
    case .later where place == entries.count && offer < offered.count:
      offer += 1
      shown = offered[offer - 1]
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
