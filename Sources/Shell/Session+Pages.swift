import Asking
import Describing
import Diagnostics
import Output
import QueryLanguage
import Results

extension Session {
  /// Writes a page in the form that ``takesRows(_:)`` chose.
  mutating func deliver(_ page: ReadPage, _ delivery: Delivery, at span: SourceSpan) throws {
    switch page {
    case .text(let text): try say(text, into: delivery.file)
    case .rows(let listing):
      try deliver(delivery, for: .lists, at: span) { session, format in
        let foot = AnswerFoot(summary: "", notes: [], sources: [])
        try session.write(listing, foot, as: format)
      }
    }
  }

  /// Writes a page of help.
  mutating func deliver(_ page: HelpPage, _ delivery: Delivery, at span: SourceSpan) throws {
    let written =
      takesRows(delivery)
      ? ReadPage.rows(page.rows)
      : .text(page.text(width: style.textWidth, isSpoken: style.isAccessible))
    try deliver(written, delivery, at: span)
  }

  /// Whether a page is written as rows: in a format that writes lists. One that writes none leaves
  /// it text where it is that of the session; one that is named, or that a file ends in, is
  /// refused.
  func takesRows(_ delivery: Delivery) -> Bool {
    if isCopying {
      guard copiesAsNamed else { return format.uses.contains(.lists) && !format.takesText }
      guard delivery.format != nil else { return false }
    }
    if let named = delivery.format {
      return OutputFormats.format(named: named.name).map { !$0.takesText } ?? true
    }
    if let file = delivery.file, let format = OutputFormats.format(ofFile: file.path) {
      return !format.takesText
    }
    return format.uses.contains(.lists) && !format.takesText
  }

  private mutating func say(_ page: String, into file: Delivery.File?) throws {
    guard let file, !isCopying else { return try say(style.shown(page)) }
    _ = try format(ofFile: file.path, at: file.span)
    try writing(to: file) { session in try session.say(session.style.shown(page)) }
  }

  /// Writes a list as the session writes answers.
  mutating func write(
    _ listing: Listing,
    _ foot: AnswerFoot,
    as type: any OutputFormat.Type
  ) throws {
    var format = type.init(style: style)
    var output = OutputBuffer()
    format.begin(AnswerHead(columns: listing.columns), into: &output)
    for row in listing.rows { format.row(AnswerRow(cells: row.cells), into: &output) }
    format.end(foot, into: &output)
    try answers.write(&output)
  }
}

extension OutputFormat {
  /// Whether a page is text in it, or may be in a file with its endings.
  fileprivate static var takesText: Bool {
    self == TableFormat.self || self == MarkdownFormat.self || self == SQLFormat.self
  }
}
