import Catalog
import Output
import Results

/// What is to be read, and how it is written.
struct TextRequest {
  let files: [String]
  var day: Day?
  var format: any TextFormat.Type = TextPage.self
  /// The verdicts that are listed; empty for all.
  var verdicts: [TextVerdict] = []
  var acceptsClose = false
  /// The day of judging, where it is wanted.
  var judged = ""
}
