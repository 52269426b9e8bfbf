import LineEditing
import Output
import QueryLanguage
import Shell

/// Brings what the language offers into the form of the line editor.
final class Completer {
  /// What is offered now: names that the asker makes come in with every answer.
  var completion: SessionCompletion
  /// The lines of a statement that goes on, before the one being typed.
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
      candidates: offer.items.map { .init(text: $0.text, note: style.shown($0.note)) }
    )
  }
}
