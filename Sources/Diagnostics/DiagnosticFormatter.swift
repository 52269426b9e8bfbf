/// Draws a diagnostic under the line it is about.
///
/// ```
/// error: `sinse` does not start a clause
///   removals by fy sinse 2010
///                  ^^^^^
/// hint: did you mean `since`?
/// ```
package struct DiagnosticFormatter {
  private let width: (String) -> Int

  /// `width` measures text in columns of the terminal.
  package init(width: @escaping (String) -> Int) {
    self.width = width
  }

  /// The place, if any, is put before the message: `story.tally:3`.
  package func format(_ diagnostic: Diagnostic, in source: String, place: String? = nil) -> String {
    let message = shortened(diagnostic.message)
    var lines = [(place.map { $0 + ": " } ?? "") + "error: \(message)"]
    lines += excerpt(of: source, at: diagnostic.span)
    if let hint = diagnostic.hint { lines.append("hint: \(hint)") }
    lines += diagnostic.questions.map { "try:  \($0)" }
    return lines.joined(separator: "\n")
  }

  /// The line of the source that the span begins in, and carets under the span.
  private func excerpt(of source: String, at span: SourceSpan) -> [String] {
    let bytes = Array(source.utf8)
    let start = min(max(0, span.start), bytes.count)
    let lineStart = bytes[..<start].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let lineEnd = bytes[start...].firstIndex(of: newline) ?? bytes.count
    let end = min(max(start, span.end), lineEnd)
    guard lineStart < lineEnd else { return [] }

    let before = printable(bytes[lineStart..<start].suffix(Self.mostContext))
    let marked = printable(bytes[start..<end].prefix(Self.mostContext))
    let after = printable(bytes[end..<lineEnd].prefix(Self.mostContext))
    let margin = String(repeating: " ", count: width(before))
    let carets = String(repeating: "^", count: max(1, width(marked)))
    return ["  \(before)\(marked)\(after)", "  \(margin)\(carets)"]
  }

  /// Bytes of a line that are shown on either side of the place, and of the place itself.
  private static let mostContext = 400

  /// A message that quotes something endless is cut.
  private func shortened(_ message: String) -> String {
    message.utf8.count <= Self.mostContext ? message : message.prefix(Self.mostContext / 2) + "…"
  }

  private var newline: UInt8 { UInt8(ascii: "\n") }

  /// Text that can be shown as it stands: no tabs, no control characters.
  private func printable(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      text.unicodeScalars.append(isControl(scalar) ? " " : scalar)
    }
    return text
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
  }
}
