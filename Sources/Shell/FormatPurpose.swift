import Diagnostics
import Output

/// What a format is chosen for: some write answers only, some checked statements only.
enum FormatPurpose {
  case answers
  case checks
  /// The tables of `show`.
  case lists
  /// Rows of SQL, of which nothing is known but their values.
  case rowsOfSQL

  func isServed(by format: any OutputFormat.Type) -> Bool {
    switch self {
    case .answers: format.uses.contains(.answers)
    case .checks: format.uses.contains(.checks)
    case .lists: format.uses.contains(.lists)
    case .rowsOfSQL:
      // Those that write nothing but sources or SQL have neither of the last two.
      format.uses.isSuperset(of: [.answers, .rows])
        && !format.uses.isDisjoint(with: [.lists, .subject])
    }
  }

  func diagnostic(_ format: any OutputFormat.Type, at span: SourceSpan) -> Diagnostic {
    let names = OutputFormats.all.filter(isServed).map { "`\($0.name)`" }.joined(separator: ", ")
    switch self {
    case .answers:
      return Diagnostic(
        "no-answer-format",
        "`\(format.name)` writes checked statements only",
        at: span,
        hint: "`check` begins a statement; answers are written as \(names)"
      )
    case .lists:
      return Diagnostic(
        "no-list-format",
        "`\(format.name)` writes answers with figures only",
        at: span,
        hint: "lists are written as \(names)"
      )
    case .rowsOfSQL:
      return Diagnostic(
        "no-row-format",
        "`\(format.name)` writes what is known of an answer, and of rows of SQL nothing is",
        at: span,
        hint: "rows are written as \(names)"
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

extension FormatPurpose {
  /// Whether a format writes it as one JSON document.
  func isJSON(in format: any OutputFormat.Type) -> Bool {
    switch self {
    case .answers, .lists, .rowsOfSQL: format.jsonUses.contains(.answers)
    case .checks: format.jsonUses.contains(.checks)
    }
  }
}
