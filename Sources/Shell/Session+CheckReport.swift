import Asking
import Output
import Results

extension Session {
  /// Writes what is wanted at the end of a run: the report of tests, or the table of all statements
  /// checked.
  package mutating func tellChecks(asTable: Bool) throws {
    if reportsTests {
      var output = OutputBuffer()
      JUnitDocument(checked).write(into: &output)
      try sink.write(&output)
      return
    }
    guard asTable, !checked.isEmpty else {
      // Written to standard error, so that another program can read the answers.
      if let words = wordsOfVerdicts { sink.report(words) }
      return
    }
    var output = OutputBuffer()
    var table = TableFormat(style: style)
    table.write(CheckList(checked), into: &output)
    sink.report(output.text)
  }
}
