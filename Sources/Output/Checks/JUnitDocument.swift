import Results

/// Checked statements as a JUnit XML report, which continuous-integration servers read: a test case
/// each, failed where the verdict is not the one wanted.
///
/// Source: https://github.com/testmoapp/junitxml
package struct JUnitDocument {
  private let statements: [CheckedStatement]

  /// In the order of the script.
  package init(_ statements: [CheckedStatement]) {
    self.statements = statements
  }

  package func write(into output: inout OutputBuffer) {
    let answers = statements.compactMap(\.answer)
    let counts =
      "tests=\"\(statements.count)\" failures=\"\(answers.count { !$0.passes })\" "
      + "errors=\"\(statements.count - answers.count)\""
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.append("<testsuites name=\"tally\" \(counts)>\n")
    output.append("  <testsuite name=\"\(attribute(suite))\" \(counts)>\n")
    for statement in statements {
      switch statement {
      case .judged(let check): write(check, into: &output)
      case .mistaken(let mistake): write(mistake, into: &output)
      }
    }
    output.append("  </testsuite>\n</testsuites>\n")
  }

  private func write(_ mistake: CheckedStatement.Mistake, into output: inout OutputBuffer) {
    output.append(open(mistake.statement, mistake.place) + ">\n")
    output.append("      <error message=\"\(attribute(mistake.message))\"/>\n")
    output.append("    </testcase>\n")
  }

  private func write(_ check: CheckAnswer, into output: inout OutputBuffer) {
    let statement = check.said.map { "\($0.id): \($0.words)" } ?? check.statement
    let evidence = CheckReport(check, ScreenText(isUnicode: true)).evidence
    let lead = open(statement, check.place)
    guard !check.passes else {
      output.append(lead + "/>\n")
      return
    }
    let wanted = check.expected.map { ", expected \($0.rawValue)" } ?? ""
    output.append(lead + ">\n")
    output.append("      <failure message=\"\(attribute(check.verdict.rawValue + wanted))\">")
    output.append(text(evidence) + "</failure>\n    </testcase>\n")
  }

  /// `<testcase name="…" classname="story.tally" file="story.tally" line="3"`
  private func open(_ statement: String, _ place: String?) -> String {
    var parts = ["    <testcase name=\"\(attribute(statement))\""]
    let (file, line) = Self.parts(of: place)
    parts.append("classname=\"\(attribute(file ?? "tally"))\"")
    if let file, let line { parts.append("file=\"\(attribute(file))\" line=\"\(line)\"") }
    return parts.joined(separator: " ")
  }

  private var suite: String {
    Self.parts(of: statements.first?.place).file ?? "tally"
  }

  /// `story.tally:3`
  private static func parts(of place: String?) -> (file: String?, line: Int?) {
    guard let place, let colon = place.lastIndex(of: ":") else { return (place, nil) }
    return (String(place[..<colon]), Int(place[place.index(after: colon)...]))
  }

  private func attribute(_ text: String) -> String {
    self.text(text).replacing("\"", with: "&quot;").replacing("\n", with: " ")
  }

  /// Without the characters that XML cannot hold.
  private func text(_ text: String) -> String {
    let legal = text.unicodeScalars.filter {
      $0.value >= 0x20 || "\n\t".unicodeScalars.contains($0)
    }
    return String(String.UnicodeScalarView(legal)).replacing("&", with: "&amp;")
      .replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
