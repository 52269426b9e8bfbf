import Diagnostics
import Output
import QueryLanguage

/// What a format is chosen for: some write answers only, some checked statements only.
enum FormatPurpose {
  case answers
  case checks

  func isServed(by format: any OutputFormat.Type) -> Bool {
    switch self {
    case .answers: format.writesAnswers
    case .checks: format.writesChecks
    }
  }

  fileprivate func diagnostic(_ format: any OutputFormat.Type, at span: SourceSpan) -> Diagnostic {
    let names = OutputFormats.all.filter(isServed).map { "`\($0.name)`" }.joined(separator: ", ")
    switch self {
    case .answers:
      return Diagnostic(
        "no-answer-format",
        "`\(format.name)` writes checked statements only",
        at: span,
        hint: "`check` begins a statement; answers are written as \(names)"
      )
    case .checks:
      return Diagnostic(
        "no-check-format",
        "`\(format.name)` writes answers to questions only",
        at: span,
        hint: "statements are written as \(names)"
      )
    }
  }
}

extension Session {
  /// How something is written: as it says itself, else as the session does. `span` is where to point when the
  /// session's own format does not serve.
  func format(
    _ named: Query.FormatName?,
    for purpose: FormatPurpose,
    at span: SourceSpan
  ) throws(Diagnostic) -> any OutputFormat.Type {
    let found = try format(named: named)
    guard purpose.isServed(by: found) else {
      throw purpose.diagnostic(found, at: named?.span ?? span)
    }
    return found
  }

  func format(named: Query.FormatName?) throws(Diagnostic) -> any OutputFormat.Type {
    guard let named else { return format }
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

  fileprivate static func unknownFormat(_ format: Query.FormatName) -> Diagnostic {
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
