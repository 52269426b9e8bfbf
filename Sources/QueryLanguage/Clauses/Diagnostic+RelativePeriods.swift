import Diagnostics

extension Diagnostic {
  static func whichYear(_ count: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "which-year",
      kind: .notLanguage,
      "a year is a fiscal year (`fy`) or a calendar year (`cy`)",
      at: span,
      hint: "`last \(count == 1 ? "" : "\(count) ")fy` or `last \(count == 1 ? "" : "\(count) ")cy`"
    )
  }

  static func tooMany(at span: SourceSpan) -> Diagnostic {
    Diagnostic("too-many-periods", "no series is that long", at: span)
  }
}
