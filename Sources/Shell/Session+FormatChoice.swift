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
    guard let file = delivery.file else { return try write(&self, format) }
    try writing(to: file) { session in try write(&session, format) }
  }

  private func format(
    of delivery: Delivery,
    for purpose: FormatPurpose,
    at span: SourceSpan
  ) throws(Diagnostic) -> any OutputFormat.Type {
    let found = try format(of: delivery)
    guard purpose.isServed(by: found) else {
      throw purpose.diagnostic(found, at: delivery.format?.span ?? delivery.file?.span ?? span)
    }
    return found
  }

  /// The format that is named; otherwise the one that the file's name ends in; otherwise that of
  /// the session.
  private func format(of delivery: Delivery) throws(Diagnostic) -> any OutputFormat.Type {
    guard let named = delivery.format else {
      return delivery.file.flatMap { OutputFormats.format(ofFile: $0.path) } ?? format
    }
    guard let format = OutputFormats.format(named: named.name) else {
      throw named.name.isEmpty ? .noFormat(at: named.span) : .unknownFormat(named)
    }
    return format
  }
}

extension Diagnostic {
  fileprivate static func noFormat(at span: SourceSpan) -> Diagnostic {
    Diagnostic("expected-format", "expected a format here", at: span, hint: "such as `| json`")
  }

  fileprivate static func unknownFormat(_ format: Delivery.Format) -> Diagnostic {
    let names = OutputFormats.all.map { $0.name }
    let near = closestMatch(to: format.name, among: names)
    return Diagnostic(
      "unknown-format",
      "no format is called `\(format.name)`",
      at: format.span,
      hint: near.map { "did you mean `\($0)`?" }
        ?? "formats are \(names.map { "`\($0)`" }.joined(separator: ", "))"
    )
  }
}
