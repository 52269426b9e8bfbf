import Asking
import Describing
import Diagnostics
import Output
import QueryLanguage
import Results

/// `show documents about removals` — everything of a kind, as a table.
enum ShowStatement: SessionStatement {
  static let keyword = "show"
  static let synopsis = "show KIND [about WORDS]"
  static let summary = "lists what there is: measures, documents, claims, programs, …"
  static let example = "show figures about removals"

  static var topics: [(String, String)] { Topics.listed.map { ($0.synopsis, $0.summary) } }

  static func run(_ words: StatementWords, in session: inout Session) throws {
    let pipeline = session.pipeline
    let knowledge = Knowledge(pipeline)
    let (head, delivery) = try words.delivery
    let request = try pipeline.reading { _ in
      do throws(Diagnostic) {
        return try ShowRequest(head, knowledge)
      } catch {
        // `show me removals by fy`: a question, which is typed without `show`.
        throw pipeline.rereading(head.text).map { error.isNoList($0) } ?? error
      }
    }
    let (listing, foot) = try pipeline.reading { _ in request.reply }
    try session.deliver(delivery, for: .lists, at: words.span) { session, format in
      try session.write(listing, foot, as: format)
    }
  }
}

extension Session {
  /// Writes a list as the session writes answers.
  fileprivate func write(
    _ listing: Listing,
    _ foot: AnswerFoot,
    as type: any OutputFormat.Type
  ) throws {
    var format = type.init(style: style)
    var output = OutputBuffer()
    format.begin(AnswerHead(columns: listing.columns), into: &output)
    for row in listing.rows { format.row(AnswerRow(cells: row.cells), into: &output) }
    format.end(foot, into: &output)
    try answers.write(&output)
  }
}
