import QueryLanguage

/// Every statement of the prompt that is no question, in the order of help.
package enum SessionStatements {
  package static let all: [any SessionStatement.Type] = [
    CheckStatement.self,
    ReadStatement.self,
    ShowStatement.self,
    DescribeStatement.self,
    ExplainStatement.self,
    LetStatement.self,
    SQLDataStatement.self,
  ]

  /// The statement that a text begins with, and its words after the keyword.
  static func statement(in text: String) -> (any SessionStatement.Type, StatementWords)? {
    let first = text.drop { $0.isWhitespace }.prefix { $0.isLetter }.lowercased()
    guard let statement = all.first(where: { $0.keyword == first }) else { return nil }
    let words = StatementWords(text)
    return words.first?.text.lowercased() == first ? (statement, words.dropFirst()) : nil
  }
}
