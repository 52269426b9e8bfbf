internal import CEditLine
internal import CTerminal

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// One line editor on the terminal; confined to the thread that made it.
///
///     let editor = LineEditor(program: "tally", history: .standard) { line, cursor in … }
///     while case .line(let text) = editor?.read(prompt: "tally> ") { … }
package final class LineEditor {
  /// What reading a line came to: its text, Ctrl-C, or the end of the input.
  package enum Reply: Equatable { case line(String), interrupted, endOfInput }
  /// Finds what can be typed at the cursor, which is a UTF-8 offset in the line.
  package typealias Completer = (_ line: String, _ cursor: Int) -> Completion

  /// What is wrong with the history, if anything, in a sentence for the user.
  ///
  /// Known from the end of the first `read` on: the prompt does not wait for the history.
  package private(set) var warning: String?

  /// What the arrow keys find after an empty line.
  package var offered: [String] = []
  /// How lists of proposals are shown.
  package var listStyle = ListStyle()

  let editor: OpaquePointer
  let completer: Completer
  private let history: History
  private var historyFile: HistoryFile?
  private var hasLoadedHistory = false
  /// Where the arrow keys are in the history.
  var recall: Recall?
  private let takesPastes: Bool

  /// Whether input and output are a terminal that can be edited on.
  package static var isPossible: Bool {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, tally_screen_fits() else {
      return false
    }
    return getenv("TERM").map { !["", "dumb"].contains(String(cString: $0)) } ?? false
  }

  /// Without a history file, what is remembered ends with the editor.
  package init?(program: String, history file: HistoryFile?, completer: @escaping Completer) {
    // Set before the editor is created, which uses the locale to recognize letters.
    _ = tally_use_utf8()
    guard let history = History(), let editor = editline_on_standard_streams(program) else {
      return nil
    }
    Interrupts.install()
    self.editor = editor
    self.history = history
    self.completer = completer
    historyFile = file
    _ = editline_set_prompt(editor, tally_prompt, CChar(TALLY_PROMPT_MARK))
    _ = editline_set_read_function(editor) { editor, character in
      LineEditor.calledBack(by: editor)?.loadHistory()
      return tally_read_character(editor, character)
    }
    _ = editline_set_history(editor, history.entries)
    // Line ends arrive as a paste has them, and Ctrl-S searches instead of stopping the terminal.
    for setting in ["-icrnl", "-inlcr", "-ixon"] { _ = editline_set_terminal(editor, setting) }
    takesPastes = KeyBindings.install(in: editor)
    _ = editline_set_client(editor, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    el_end(editor)
  }

  /// Reads a line, or several that were pasted; afterwards the cursor is at the start of a row.
  ///
  /// The prompt may contain colors and other styling.
  package func read(prompt: String) -> Reply {
    recall = nil
    tally_set_prompt(MarkedPrompt(prompt).marked)
    tally_begin_reading(editor, takesPastes)
    defer { tally_end_reading() }
    var count: Int32 = 0
    guard let line = el_gets(editor, &count), count > 0 else {
      if Interrupts.take() { return .interrupted }
      editline_write("\n")
      return .endOfInput
    }
    // The count includes what follows a NUL; the text ends there.
    let bytes = UnsafeRawBufferPointer(start: line, count: strlen(line))
    return .line(String(decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]))
  }

  /// Makes an entry the newest of the history, at once and for later sessions; its lines stay
  /// together.
  package func remember(_ entry: String) {
    loadHistory()
    guard !entry.isEmpty, entry != history.newest else { return }
    history.enter(entry)
    do throws(HistoryFile.Failure) {
      try historyFile?.append(entry)
    } catch {
      warning = error.sentence
      historyFile = nil
    }
  }

  /// Every entry of the history, from the oldest.
  package var remembered: [String] {
    loadHistory()
    return history.texts
  }

  /// Called when the first prompt is on the screen and the first key is awaited.
  private func loadHistory() {
    guard !hasLoadedHistory, let file = historyFile else { return }
    hasLoadedHistory = true
    do throws(HistoryFile.Failure) {
      let contents = try file.load(newest: History.limit)
      for entry in contents.entries { history.enter(entry) }
      warning = contents.warning
    } catch {
      warning = error.sentence
      historyFile = nil
    }
  }

  /// The editor that a callback of libedit is for.
  static func calledBack(by editor: OpaquePointer?) -> LineEditor? {
    editline_client(editor).map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }
}

@available(*, unavailable)
extension LineEditor: Sendable {}

extension String {
  init(decoding bytes: UnsafeRawBufferPointer.SubSequence) {
    self.init(decoding: bytes, as: UTF8.self)
  }
}
