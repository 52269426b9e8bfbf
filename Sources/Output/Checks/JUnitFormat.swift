package import Results

/// Checked statements as JUnit XML, for newsrooms with a continuous-integration server.
package struct JUnitFormat: CheckFormat {
  package static let name = "junit"
  package static let fileEndings: [String] = []
  package static let summary = "checked statements as a JUnit XML report, for CI servers"

  package init(style: OutputStyle) {}

  package mutating func checks(
    _ checks: [CheckAnswer],
    isList: Bool,
    into output: inout OutputBuffer
  ) {
    JUnitDocument(checks.map { .judged($0) }).write(into: &output)
  }
}
