import Diagnostics
import QueryLanguage

extension Diagnostic {
  /// Where a command names a table that there is not, with the nearest that there is.
  static func unknownTable(_ name: String, after command: String, _ tables: [String]) -> Diagnostic
  {
    let start = command.utf8.count
    let near = closestMatch(to: name.withoutQuotes.lowercased(), among: tables)
    return Diagnostic(
      "unknown-table",
      "no table is called `\(name.withoutQuotes)`",
      at: SourceSpan(start..<start + max(1, name.utf8.count)),
      hint: near.map { "did you mean `\($0)`?" } ?? "`.tables` lists them",
      questions: near.map { [command + $0] } ?? [".tables"]
    )
  }
}
