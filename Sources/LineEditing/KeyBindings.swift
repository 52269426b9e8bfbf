internal import CEditLine
internal import CTerminal

/// The keys beyond those libedit knows by itself; `~/.editrc` has the last word.
enum KeyBindings {
  /// Binds them and reads `~/.editrc`; returns whether pasted text is taken as a whole.
  static func install(in editor: OpaquePointer) -> Bool {
    _ = editline_set_keys(editor, "emacs")
    _ = editline_add_command(editor, completion, "Complete the name") { editor, _ in
      LineEditor.calledBack(by: editor)?.complete() ?? UInt8(CC_ERROR)
    }
    _ = editline_add_command(editor, earlier, "Earlier entry that begins so") { editor, _ in
      LineEditor.calledBack(by: editor)?.recall(.earlier) ?? UInt8(CC_ERROR)
    }
    _ = editline_add_command(editor, later, "Later entry that begins so") { editor, _ in
      LineEditor.calledBack(by: editor)?.recall(.later) ?? UInt8(CC_ERROR)
    }
    _ = editline_add_command(editor, paste, "Insert what is pasted", tally_insert_paste)
    _ = editline_add_command(editor, givingUp, "Give up the line", tally_give_up_line)
    for (key, command) in keys { _ = editline_bind(editor, key, command) }
    el_source(editor, nil)
    guard editline_has_vi_keys(editor) != 0 else { return true }
    // `bind -v` forgets every key bound before it. A key sequence for pastes would make vi's Escape
    // wait for a second key, so there pasted lines arrive as if typed.
    _ = editline_bind(editor, "^I", completion)
    _ = editline_bind(editor, "^C", givingUp)
    return false
  }

  private static let completion = "tally-complete"
  private static let earlier = "tally-earlier-entry"
  private static let later = "tally-later-entry"
  private static let paste = "tally-paste"
  private static let givingUp = "tally-give-up-line"

  private static let keys = [
    ("^I", completion),
    ("\\e[200~", paste),
    ("^C", givingUp),
    // The arrows have two spellings.
    ("\\e[A", earlier), ("\\eOA", earlier), ("\\e[B", later), ("\\eOB", later),
    ("^R", "em-inc-search-prev"),
    ("^S", "em-inc-search-next"),
    ("^W", "ed-delete-prev-word"),
    ("\\e[3~", "ed-delete-next-char"),
    ("\\e[3;5~", "em-delete-next-word"),
    // Home and End have three spellings, by terminal and by its mode.
    ("\\e[H", "ed-move-to-beg"), ("\\eOH", "ed-move-to-beg"),
    ("\\e[1~", "ed-move-to-beg"), ("\\e[7~", "ed-move-to-beg"),
    ("\\e[F", "ed-move-to-end"), ("\\eOF", "ed-move-to-end"),
    ("\\e[4~", "ed-move-to-end"), ("\\e[8~", "ed-move-to-end"),
    // With Ctrl, then with Alt.
    ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"),
    ("\\e[1;3C", "em-next-word"), ("\\e[1;3D", "ed-prev-word"),
  ]
}
