import Diagnostics
import QueryLanguage
import Results

/// `# expect fails` behind a statement: the verdict that it must have, so that a wrong statement
/// can be kept as a test.
enum Expectation {
  /// The verdict named in the comment of a statement; `nil` where none is. Any other comment is
  /// free.
  static func verdict(in statement: String) throws(Diagnostic) -> Verdict? {
    guard let comment = comment(of: statement) else { return nil }
    let words = comment.text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.first?.lowercased() == "expect", words.count > 1 else { return nil }
    let name = words.dropFirst().joined(separator: " ").lowercased()
    if let verdict = Verdict(rawValue: name) { return verdict }
    let names = Verdict.allCases.map(\.rawValue)
    let near = closestMatch(to: name, among: names)
    guard words.count == 2 || near != nil else { return nil }
    throw Diagnostic(
      "unknown-verdict",
      "no verdict is called `\(name)`",
      at: comment.span,
      hint: near.map { "did you mean `# expect \($0)`?" }
        ?? "verdicts are \(names.map { "`\($0)`" }.joined(separator: ", "))"
    )
  }

  /// What stands behind the last `#` outside quotes.
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
