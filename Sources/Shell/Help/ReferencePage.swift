import Describing
import Output
import QueryLanguage

/// The page docs/reference.md, made from the lists of clauses, formats and commands.
package enum ReferencePage {
  /// The pages of docs/language that clauses are explained on, by their first keyword.
  package static var clausePages: [String] {
    Clauses.all.map(pageName)
  }

  /// The pages of docs/language that statements are explained on.
  package static var statementPages: [String] {
    SessionStatements.all.map { $0.keyword }
  }

  package static var page: String {
    """
    # Reference

    Made from the program's own lists; `make record` writes it anew.

    ## Clauses

    \(table(["clause", "what it does", "example"], clauses))

    ## Formats

    \(table(["format", "what it is"], OutputFormats.withVariants.map { ["`| \($0.name)`", $0.summary] }))

    ## Statements

    \(table(["statement", "what it does", "example"], statements))

    \(table(["after `show`", "what it lists"], lists))

    ## Commands

    \(table(["command", "what it does"], Commands.all.map { ["`\($0.synopsis)`", $0.summary] }))

    """
  }

  private static var clauses: [[String]] {
    Clauses.all.map { clause in
      let page = "language/\(pageName(of: clause)).md"
      return ["[`\(clause.synopsis)`](\(page))", clause.summary, "`\(clause.example)`"]
    }
  }

  /// `as-of` for `as of`.
  private static func pageName(of clause: any Clause.Type) -> String {
    String(clause.keywords[0].map { $0 == " " ? "-" : $0 })
  }

  private static var statements: [[String]] {
    SessionStatements.all.map { statement in
      let page = "language/\(statement.keyword).md"
      return ["[`\(statement.synopsis)`](\(page))", statement.summary, "`\(statement.example)`"]
    }
  }

  private static var lists: [[String]] {
    Topics.listed.map { ["`\($0.synopsis)`", $0.summary] }
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    let rule = header.map { _ in "---" }
    return ([header, rule] + rows).map { "| " + $0.map(cell).joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }

  /// A bar would end the cell, even inside code.
  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
