import Asking
import Diagnostics
import Output
import QueryLanguage

extension Session {
  /// Writes something in its format and to its place: those that it names, otherwise those of the
  /// session. `span` is where to point when the session's own format does not serve.
  mutating func deliver(
    _ delivery: Delivery,
    for purpose: FormatPurpose,
    at span: SourceSpan,
    _ write: (inout Session, any OutputFormat.Type) throws -> Void
  ) throws {
    let format = try format(of: delivery, for: purpose, at: span)
    delivered = (format, purpose)
    if format.uses.contains(.document) { try checkPlace(of: format, delivery, at: span) }
    guard let file = delivery.file, !isCopying else {
      if !format.isRead { try sink.expectRows() }
      try write(&self, format)
      hasAnswered = true
      return
    }
    try writing(to: file) { session in try write(&session, format) }
  }

  private func format(
    of delivery: Delivery,
    for purpose: FormatPurpose,
    at span: SourceSpan
  ) throws(Diagnostic) -> any OutputFormat.Type {
    let found = try format(of: delivery)
    guard purpose.isServed(by: found) || isCopying else {
      throw purpose.diagnostic(found, at: delivery.format?.span ?? delivery.file?.span ?? span)
    }
    return found
  }

  /// The format that is named; otherwise the one that the file's name ends in; otherwise that of
  /// the session.
  private func format(of delivery: Delivery) throws(Diagnostic) -> any OutputFormat.Type {
    if isCopying, !isCopied(as: delivery.format) { return format }
    guard let named = delivery.format else {
      guard let file = delivery.file else { return format }
      return try format(ofFile: file.path, at: file.span) ?? format
    }
    guard let format = OutputFormats.format(named: named.name) else {
      throw named.name.isEmpty ? .noFormat(at: named.span) : .unknownFormat(named)
    }
    if let file = delivery.file { try check(format, fits: file) }
    return format
  }

  /// Whether what is copied has the format that a statement names: what is drawn for a screen, or
  /// is a file of its own, is of no use elsewhere as text.
  private func isCopied(as named: Delivery.Format?) -> Bool {
    guard copiesAsNamed, let named else { return false }
    let format = OutputFormats.format(named: named.name)
    return format.map { !$0.isRead && !$0.uses.contains(.document) } ?? true
  }

  /// The format that the name of a file ends in; `nil` where it has no ending, or one that the
  /// format chosen for the session may have.
  func format(
    ofFile path: String,
    at span: SourceSpan
  ) throws(Diagnostic) -> (any OutputFormat.Type)? {
    if let found = OutputFormats.format(ofFile: path) { return found }
    guard let ending = OutputFormats.ending(ofFile: path), format == TableFormat.self else {
      return nil
    }
    throw .unknownEnding(ending, of: path, at: span)
  }

  /// Refuses a workbook under the name of something else, and anything else under that of a
  /// workbook: no program would open it.
  private func check(
    _ format: any OutputFormat.Type,
    fits file: Delivery.File
  ) throws(Diagnostic) {
    guard let other = OutputFormats.format(ofFile: file.path), other != format,
      !(other.uses.union(format.uses)).isDisjoint(with: .document)
    else { return }
    throw .otherEnding(format, file, other)
  }

  /// Refuses a document where it would not be a file of its own.
  private func checkPlace(
    of format: any OutputFormat.Type,
    _ delivery: Delivery,
    at span: SourceSpan
  ) throws(Diagnostic) {
    guard delivery.file == nil else { return }
    let place = delivery.format?.span ?? span
    guard writesFiles else { throw .documentAsReply(format, at: place) }
    if let file = sink as? FileSink {
      guard file.length > 0 else { return }
      throw .secondDocument(format, at: place)
    }
    if terminalWidth != nil { throw .documentOnScreen(format, at: place) }
    if hasAnswered { throw .secondDocument(format, at: place) }
  }
}

extension OutputFormat {
  /// Whether it is read on the screen; others are taken from there by other programs, or copied.
  fileprivate static var isRead: Bool {
    self == TableFormat.self || self == ChartFormat.self
  }
}

extension Diagnostic {
  fileprivate static func noFormat(at span: SourceSpan) -> Diagnostic {
    Diagnostic("expected-format", "expected a format here", at: span, hint: "such as `| json`")
  }

  fileprivate static func unknownEnding(
    _ ending: String,
    of path: String,
    at span: SourceSpan
  ) -> Diagnostic {
    let known = OutputFormats.fileEndings.map { "`.\($0)`" }.joined(separator: ", ")
    let near = OutputFormats.nearestEnding(to: ending)
    return Diagnostic(
      "unknown-ending",
      "no format writes files that end in `.\(ending)`",
      at: span,
      hint: near.map { "did you mean `.\($0)`?" }
        ?? "endings are \(known); `| FORMAT` before `>` names the format of another file"
    ).taking(near.map { ["\"\(path.dropLast(ending.utf8.count))\($0)\""] } ?? [])
  }

  fileprivate static func otherEnding(
    _ format: any OutputFormat.Type,
    _ file: Delivery.File,
    _ other: any OutputFormat.Type
  ) -> Diagnostic {
    let typed = OutputFormats.ending(ofFile: file.path) ?? ""
    let own = format.fileEndings.first
    return Diagnostic(
      "other-ending",
      "`\(format.name)` writes no files that end in `.\(typed)`, which is that of `\(other.name)`",
      at: file.span,
      hint: "without `| \(format.name)` the ending chooses the format"
    ).taking(own.map { ["\"\(file.path.dropLast(typed.utf8.count))\($0)\""] } ?? [])
  }

  fileprivate static func documentOnScreen(
    _ format: any OutputFormat.Type,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "document-on-screen",
      "`\(format.name)` makes a file that a screen cannot show",
      at: span,
      hint: "`> \"answer.\(format.fileEndings.first ?? format.name)\"` at the end writes it"
    )
  }

  /// For a program that is answered with texts.
  fileprivate static func documentAsReply(
    _ format: any OutputFormat.Type,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "document-as-reply",
      "`\(format.name)` makes a file that is no text, and requests are answered with texts",
      at: span,
      hint: "`tally 'QUESTION > \"answer.\(format.fileEndings.first ?? format.name)\"'` writes it"
    )
  }

  fileprivate static func secondDocument(
    _ format: any OutputFormat.Type,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "second-document",
      "a file of `\(format.name)` holds one answer, and this one already has something",
      at: span,
      hint: "`> \"FILE\"` at the end of each question writes it to a file of its own"
    )
  }

  fileprivate static func unknownFormat(_ format: Delivery.Format) -> Diagnostic {
    let words = format.name.split(separator: " ").map(String.init)
    let near = OutputFormats.nearestName(to: format.name)
    if words.count > 1, let known = OutputFormats.format(named: words[0]) {
      return unknownVariant(
        words.dropFirst().joined(separator: " "),
        of: known,
        near,
        at: format.span
      )
    }
    let names = OutputFormats.all.map { "`\($0.name)`" }
    return Diagnostic(
      "unknown-format",
      "no format is called `\(format.name)`",
      at: format.span,
      hint: near.map { "did you mean `\($0)`?" } ?? "formats are \(names.joined(separator: ", "))"
    ).taking([near].compactMap(\.self))
  }

  private static func unknownVariant(
    _ word: String,
    of format: any OutputFormat.Type,
    _ near: String?,
    at span: SourceSpan
  ) -> Diagnostic {
    let kinds = format.variants.map { "`| \($0.name)`" }
    return Diagnostic(
      "unknown-variant",
      "`\(format.name)` has no kind called `\(word)`",
      at: span,
      hint: (["`| \(format.name)`"] + kinds).joined(separator: ", ")
        + (kinds.isEmpty ? " ends the question, or `> \"FILE\"` does" : "")
    ).taking([near].compactMap(\.self))
  }
}
