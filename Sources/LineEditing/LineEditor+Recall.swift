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
  /// The line as it is shown now.
  private(set) var shown: String

  init(prefix: String, draft: String, entries: [String]) {
    self.prefix = prefix
    self.draft = draft
    place = entries.count
    shown = draft
  }

  /// Goes to the next entry that begins right, or back to the draft; false when there is no further one.
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

extension LineEditor {
  /// The commands of the arrow keys: earlier and later entries that begin as the line does before the cursor.
  func recall(_ direction: Recall.Direction) -> UInt8 {
    guard let line = el_line(editor)?.pointee else { return UInt8(CC_ERROR) }
    let text = UnsafeRawBufferPointer(start: line.buffer, count: line.lastchar - line.buffer)
    let typed = String(decoding: text[...])
    let entries = remembered
    var recall =
      recall.flatMap { $0.shown == typed ? $0 : nil }
      ?? Recall(
        prefix: String(decoding: text[..<(line.cursor - line.buffer)]),
        draft: typed,
        entries: entries
      )
    guard recall.step(direction, entries) else { return UInt8(CC_ERROR) }
    self.recall = recall
    el_cursor(editor, Int32(typed.unicodeScalars.count))
    el_deletestr(editor, Int32(typed.unicodeScalars.count))
    return UInt8(
      recall.shown.isEmpty || el_insertstr(editor, recall.shown) == 0 ? CC_REFRESH : CC_ERROR
    )
  }
}
