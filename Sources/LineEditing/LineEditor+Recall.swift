internal import CEditLine

extension LineEditor {
  /// The commands of the arrow keys: earlier and later entries that begin as the line does before
  /// the cursor.
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
        entries: entries,
        offered: offered
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
