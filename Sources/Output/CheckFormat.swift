package import Results

/// A format for statements that cannot write answers.
package protocol CheckFormat: OutputFormat {}

extension CheckFormat {
  package static var uses: FormatUses { .checks }

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {}
  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {}
  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {}
}
