import Asking
import Reading

extension Session {
  /// What is answered of a line that was typed, cut at its `;`. Where a part of it is nothing by
  /// itself and the whole is a line in somebody's own words, `encounters in 2023; by month`, the
  /// sign was one of speech, and the line is one.
  package func statements(_ parts: [StatementSplitter.Statement]) -> [StatementSplitter.Statement] {
    guard readsFreely, parts.count > 1, parts.allSatisfy({ isQuestion($0.text) }),
      !parts.allSatisfy({ isReadAlone($0.text) })
    else { return parts }
    let whole = parts.map(\.text).joined(separator: ", ")
    guard isRead(whole) else { return parts }
    return [StatementSplitter.Statement(text: whole, line: parts[0].line)]
  }

  private func isQuestion(_ text: String) -> Bool {
    !text.hasPrefix(".") && SessionStatements.statement(in: text) == nil
      && !text.contains("\n")
  }

  /// Whether a part is of the language, or is read without the others.
  private func isReadAlone(_ text: String) -> Bool {
    pipeline.readings(of: text) == nil || isRead(text)
  }

  /// Whether a text is read as one question.
  private func isRead(_ text: String) -> Bool {
    guard case .questions(let found)? = pipeline.readings(of: text) else { return false }
    return found.count == 1
  }
}
