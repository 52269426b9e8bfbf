import Results

/// A format that has the whole answer before it writes any of it: the scale of its picture depends
/// on all of it.
protocol DrawnFormat: OutputFormat {
  var answer: DrawnAnswer { get set }

  func write(_ answer: DrawnAnswer, _ foot: AnswerFoot, into output: inout OutputBuffer)
}

extension DrawnFormat {
  package static var uses: FormatUses { [.answers, .subject, .rows] }

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    answer = DrawnAnswer(head)
  }

  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {
    answer.append(row)
  }

  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {
    write(answer, foot, into: &output)
    answer = DrawnAnswer()
  }
}
