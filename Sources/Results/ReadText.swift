package import Catalog

/// A text with its statements judged, and everything that a page about it needs.
package struct ReadText: Sendable {
  /// The name of the file; `-` for standard input.
  package let name: String
  package let day: Period?
  /// Whether the day was found in the text.
  package let isDayFound: Bool
  package let paragraphs: [Paragraph]
  package let statements: [TextStatement]
  /// When the newest data were published.
  package let edition: String
  /// The day on which it was judged, where that is wanted: `2026-11-30`.
  package var judged = ""

  /// A part of the text as it is shown.
  package struct Paragraph: Sendable {
    package let isHeading: Bool
    package let isItem: Bool
    package let pieces: [Piece]

    package init(isHeading: Bool, isItem: Bool, pieces: [Piece]) {
      self.isHeading = isHeading
      self.isItem = isItem
      self.pieces = pieces
    }
  }

  /// Some words, perhaps a statement by its place in the list.
  package struct Piece: Sendable {
    package let text: String
    package let statement: Int?

    package init(text: String, statement: Int?) {
      self.text = text
      self.statement = statement
    }
  }

  package init(
    name: String,
    day: Period?,
    isDayFound: Bool,
    paragraphs: [Paragraph],
    statements: [TextStatement],
    edition: String
  ) {
    self.name = name
    self.day = day
    self.isDayFound = isDayFound
    self.paragraphs = paragraphs
    self.statements = statements
    self.edition = edition
  }

  /// `release.txt · 14 Jan 2025 (from the text) · 9 statements: 6 hold, 1 fails, 2 not read`
  package var summary: String {
    let dated = day.map { "\($0.label)\(isDayFound ? " (from the text)" : "")" } ?? "no date"
    let judged = statements.filter { $0.verdict != .notRead }
    let order: [TextVerdict] = [
      .holds, .close, .fails, .depends, .undecided, .noData, .notCheckable,
    ]
    let counts = order.compactMap { verdict -> String? in
      let count = judged.count { $0.verdict == verdict }
      return count == 0 ? nil : verdict.words(count)
    }
    let unread = statements.count - judged.count
    let total = "\(judged.count) statement\(judged.count == 1 ? "" : "s")"
    let parts = counts.isEmpty ? total : "\(total): \(counts.joined(separator: ", "))"
    return "\(name) · \(dated) · \(parts)" + (unread == 0 ? "" : "; \(unread) not read")
  }
}
