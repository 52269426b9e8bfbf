import Diagnostics
import QueryLanguage
import Results

/// `# expect fails` after a statement: the verdict that it must have, so that a wrong statement
/// can be kept as a test.
enum Expectation {
  /// The verdict named in the comment of a statement; `nil` where none is. Any other comment is
  /// free.
  static func verdict(in statement: String) throws(Diagnostic) -> Verdict? {
    guard let comment = comment(of: statement) else { return nil }
    let words = comment.text.split { !$0.isLetter }.map { $0.lowercased() }
    guard let first = words.first, words.count > 1, openings.contains(first) else { return nil }
    if first == openings[0], let verdict = verdict(opening: words.dropFirst()) { return verdict }
    // A free comment may begin with the word, too: `# expect more next month`.
    guard verdict(opening: words.dropFirst()) != nil || words.count == 2 || isNear(words[1]) else {
      return nil
    }
    throw .unknownVerdict(words.dropFirst().joined(separator: " "), at: comment.span)
  }

  /// The word that opens it, and those that are typed for it.
  private static let openings = ["expect", "expected", "expects"]

  /// The verdict that some words open with; a reason may follow.
  private static func verdict(opening words: ArraySlice<String>) -> Verdict? {
    Verdict.allCases.first { verdict in
      let own = verdict.rawValue.split(separator: " ").map(String.init)
      return Array(words.prefix(own.count)) == own
    }
  }

  private static func isNear(_ word: String) -> Bool {
    closestMatch(to: word, among: Verdict.allCases.map(\.rawValue)) != nil
  }

  /// What follows the first `#` outside quotes.
  private static func comment(of statement: String) -> (text: String, span: SourceSpan)? {
    var isQuoted = false
    let bytes = Array(statement.utf8)
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "#") where !isQuoted:
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let text = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
        return (text, SourceSpan(place..<end))
      default: break
      }
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func unknownVerdict(_ name: String, at span: SourceSpan) -> Diagnostic {
    let names = Verdict.allCases.map(\.rawValue)
    let meant = names.first { name.hasPrefix($0) } ?? closestMatch(to: name, among: names)
    return Diagnostic(
      "unknown-verdict",
      meant == name ? "the word is `expect`" : "no verdict is called `\(name)`",
      at: span,
      hint: meant.map { "did you mean `# expect \($0)`?" }
        ?? "verdicts are \(names.map { "`\($0)`" }.joined(separator: ", "))"
    )
  }
}
