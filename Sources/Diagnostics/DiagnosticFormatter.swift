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
  private let isSpoken: Bool

  /// `width` measures text in columns of the terminal. With `isSpoken`, the place is named in words
  /// instead of drawn.
  package init(width: @escaping (String) -> Int, isSpoken: Bool = false) {
    self.width = width
    self.isSpoken = isSpoken
  }

  /// A line of a message, and its role.
  package struct MessageLine {
    /// What a line of a message shows: the mistake, the line of source, the marks below it, or
    /// advice.
    package enum Role { case mistake, excerpt, marks, advice }

    package let role: Role
    /// What is before the words: `error: `.
    package let lead: String
    package let words: String

    fileprivate init(_ role: Role, _ lead: String = "", _ words: String) {
      self.role = role
      self.lead = lead
      self.words = words
    }
  }

  /// The message as text: the lines of ``lines(of:in:)``.
  package func format(_ diagnostic: Diagnostic, in source: String) -> String {
    lines(of: diagnostic, in: source).map { $0.lead + $0.words }.joined(separator: "\n")
  }

  package func lines(of diagnostic: Diagnostic, in source: String) -> [MessageLine] {
    let excerpt = excerpt(of: source, at: diagnostic.span)
    var lines = [
      MessageLine(.mistake, diagnostic.kind.lead, diagnostic.message.cut(to: Self.mostContext))
    ]
    if isSpoken {
      if let place = excerpt?.place { lines.append(MessageLine(.excerpt, "place: ", place)) }
    } else if let excerpt {
      lines += [
        MessageLine(.excerpt, "  ", excerpt.line), MessageLine(.marks, "  ", excerpt.carets),
      ]
    }
    if let hint = diagnostic.hint {
      lines.append(MessageLine(.advice, "hint: ", hint.cut(to: Self.mostContext * 3)))
    }
    return lines + diagnostic.questions.map { MessageLine(.advice, "try:  ", $0) }
  }

  private struct Excerpt {
    let line: String
    /// What is under the line.
    let carets: String
    /// The place in words: `sinse`, column 16.
    let place: String
  }

  /// The line of the source that the span begins in, and the place in it.
  private func excerpt(of source: String, at span: SourceSpan) -> Excerpt? {
    let bytes = Array(source.utf8)
    let start = min(max(0, span.start), bytes.count)
    let lineStart = bytes[..<start].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let lineEnd = bytes[start...].firstIndex(of: newline) ?? bytes.count
    let end = min(max(start, span.end), lineEnd)
    guard lineStart < lineEnd else { return nil }

    let before = printable(bytes[lineStart..<start].suffix(Self.mostContext))
    let marked = printable(bytes[start..<end].prefix(Self.mostContext))
    let after = printable(bytes[end..<lineEnd].prefix(Self.mostContext))
    let margin = String(repeating: " ", count: width(before))
    let carets = String(repeating: "^", count: max(1, width(marked)))
    let column = String(decoding: bytes[lineStart..<start], as: UTF8.self).unicodeScalars.count + 1
    return Excerpt(
      line: before + marked + after,
      carets: margin + carets,
      place: marked.isEmpty ? "the end of the line" : "`\(marked)`, column \(column)"
    )
  }

  /// Bytes of a line that are shown on either side of the place, and of the place itself.
  private static let mostContext = 400

  private var newline: UInt8 { UInt8(ascii: "\n") }

  /// Text that is safe to show: no tabs, no control characters.
  private func printable(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      text.unicodeScalars.append(scalar.movesScreen ? " " : scalar)
    }
    return text
  }
}

extension Diagnostic.Kind {
  /// What is before the message.
  fileprivate var lead: String {
    switch self {
    case .notHeld: "not held: "
    case .notRead: "not read: "
    case .slip, .notLanguage, .speech, .habit, .misspelled, .lackOfData, .unwritable:
      "error: "
    }
  }
}

extension String {
  /// The beginning of a message that may quote something endless. Counted in Unicode scalars, since
  /// one visible character may consist of any number of them.
  fileprivate func cut(to most: Int) -> String {
    guard utf8.count > most else { return self }
    var text = ""
    text.unicodeScalars.append(contentsOf: unicodeScalars.prefix(most / 2))
    return text + "…"
  }
}
