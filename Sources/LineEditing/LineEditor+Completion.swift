internal import CEditLine
internal import CTerminal

extension LineEditor {
  /// The command of Tab; returns how libedit is to continue.
  func complete() -> UInt8 {
    guard let line = el_line(editor)?.pointee else { return UInt8(CC_ERROR) }
    let text = UnsafeRawBufferPointer(start: line.buffer, count: line.lastchar - line.buffer)
    let cursor = line.cursor - line.buffer
    let completion = completer(String(decoding: text[...]), cursor)
    let start = min(max(completion.start, 0), cursor)
    let typed = String(decoding: text[start..<cursor])
    switch CompletionStep(typed: typed, proposals: completion.proposals) {
    case .finish(let name):
      let isBeforeSpace = cursor < text.count && text[cursor] == UInt8(ascii: " ")
      // More is to be typed after a folder (what lies in it) and after a quotation mark.
      let isOpen = isBeforeSpace || name.hasSuffix("/") || name == "\""
      let answer = replace(typed, with: isOpen ? name : name + " ")
      if isBeforeSpace { el_cursor(editor, 1) }
      return answer
    case .extend(let beginning):
      return replace(typed, with: beginning)
    case .list:
      show(completion.proposals)
      return UInt8(CC_NORM)
    case .beep:
      return UInt8(CC_ERROR)
    }
  }

  /// Replaces `typed`, just before the cursor, by `text`. `el_deletestr` counts characters, not
  /// bytes.
  private func replace(_ typed: String, with text: String) -> UInt8 {
    el_deletestr(editor, Int32(typed.unicodeScalars.count))
    return UInt8(el_insertstr(editor, text) == 0 ? CC_REFRESH : CC_ERROR)
  }

  /// The most proposals that are listed; with more, nobody reads the list.
  package static let longestList = 20

  /// Lists the proposals below the line and draws prompt and line again below the list.
  private func show(_ proposals: [Proposal]) {
    let screen = tally_screen()
    let list = ProposalList(
      proposals,
      rows: min(Self.longestList, max(1, Int(screen.rows) - 3)),
      columns: Int(screen.columns) - 1,
      style: listStyle
    )
    tally_go_to_end_of_line(editor)
    editline_write("\n" + list.text)
    _ = editline_draw(editor)
  }
}
