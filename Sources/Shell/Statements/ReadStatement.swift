import Asking
import Catalog
import Diagnostics
import Output
import QueryLanguage
import Results
import Store

/// `read "release.txt"` — what a text states, found and judged.
enum ReadStatement: SessionStatement {
  static let keyword = "read"
  static let synopsis = "read \"FILE\""
  static let summary = "what a text states about these statistics, with a verdict on each statement"
  static let example = "read \"release.txt\""
  static let topics: [(String, String)] = []

  static func run(_ words: StatementWords, in session: inout Session) throws {
    guard !words.isEmpty else {
      throw Diagnostic(
        "no-text",
        "expected the name of a file",
        at: words.span,
        hint: "such as `\(example)`; one sentence is judged by `check \"…\"`"
      )
    }
    let path = words.text.withoutQuotes
    let file: FileBytes
    do throws(FileError) {
      file = try FileBytes(reading: path)
    } catch {
      throw Diagnostic("unreadable-text", "\(error)", at: words.span)
    }
    guard file.bytes.count <= TextJudge.largest else {
      throw Diagnostic.tooLarge(path, at: words.span)
    }
    let read = try TextJudge(session.pipeline).read(file.text, name: path, day: nil)
    for statement in read.statements {
      guard let verdict = statement.verdict.ofFigures else { continue }
      session.verdicts.add(
        verdict,
        passes: statement.passes(acceptingClose: session.acceptsClose)
      )
    }
    var page = TextPage(style: session.style)
    var output = OutputBuffer()
    page.write(read, into: &output)
    try session.answers.write(&output)
  }

  static func offer(
    for typed: String,
    after: Int,
    in completion: SessionCompletion
  ) -> QueryCompletion.Offer {
    TypedWords(typed, after: after).offer([])
  }
}

extension Diagnostic {
  fileprivate static func tooLarge(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "text-too-large",
      "\(path): a text takes 10 MiB at most",
      at: span,
      hint: "split it and read the parts"
    )
  }
}
