import Asking
import Catalog
import Results

extension Session {
  /// What a text states, judged on one state of the data.
  mutating func judged(_ text: String, name: String, day: Day?) throws -> ReadText {
    _ = try pipeline.beginStatement(imports: imports())
    defer { pipeline.endStatement() }
    return try TextJudge(pipeline).read(text, name: name, day: day)
  }
}
