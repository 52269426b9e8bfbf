import Diagnostics
package import Output
import Store

extension Session {
  /// The answer to a question as a table of a data package; `nil` when it fails, which is reported.
  package mutating func packagedTable(of question: String) throws -> PackagedTable? {
    do {
      let query = try pipeline.parse(question)
      var format: any OutputFormat = PackagedTable(style: OutputStyle())
      try pipeline.answer(pipeline.plan(query), as: &format, into: sink)
      return format as? PackagedTable
    } catch let diagnostic as Diagnostic {
      sink.report(MistakeText(diagnostic, in: question, place: nil, style: messageStyle).text)
      return nil
    }
  }
}
