import LineEditing
import Output
import QueryLanguage
import Shell

/// Converts completions of the language to those of the line editor.
final class Completer {
  /// The current completion: every answer may add names made with `let`.
  var completion: SessionCompletion
  /// The earlier lines of a statement that continues on the one being typed.
  var before = ""
  /// What the terminal can show.
  private let style: OutputStyle

  init(_ completion: SessionCompletion, _ style: OutputStyle) {
    self.completion = completion
    self.style = style
  }

  func complete(_ line: String, _ cursor: Int) -> LineEditor.Completion {
    let offer = completion.offer(for: line, at: cursor, after: before)
    return LineEditor.Completion(
      start: offer.start,
      proposals: offer.items.enumerated().map { place, item in
        // Nobody sees the notes of those that are not listed.
        let isListed = place < LineEditor.longestList
        return .init(
          text: item.text,
          note: isListed ? style.shown(completion.note(on: item)) : ""
        )
      }
    )
  }
}
