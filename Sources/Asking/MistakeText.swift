import Catalog
package import Diagnostics
package import Output

/// A mistake as shown to the user.
package struct MistakeText {
  private let style: OutputStyle
  package private(set) var text = ""

  /// The place, if any, comes before everything else: `story.tally:3`.
  package init(_ diagnostic: Diagnostic, in source: String, place: String?, style: OutputStyle) {
    self.style = style
    let lines = DiagnosticFormatter(width: \.displayWidth, isSpoken: style.isAccessible)
      .lines(of: diagnostic, in: source)
    text = (place.map { style.shown($0) + ": " } ?? "") + lines.map(line).joined(by: "\n")
  }

  private func line(_ line: DiagnosticFormatter.MessageLine) -> String {
    let words = style.shown(line.words)
    return switch line.role {
    case .mistake: style.inked(line.lead, .contradiction) + words
    case .marks: line.lead + style.inked(words, .contradiction)
    case .excerpt, .advice: line.lead + words
    }
  }
}
