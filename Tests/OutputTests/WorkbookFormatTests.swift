import Catalog
import Output
import Results
import Testing

@Suite("The xlsx format")
struct WorkbookFormatTests {
  private func bytes(_ answer: Answer, _ subject: AnswerSubject? = nil) -> [UInt8] {
    var format = WorkbookFormat(style: OutputStyle())
    var output = OutputBuffer()
    format.begin(AnswerHead(columns: answer.columns, subject: subject), into: &output)
    for row in answer.rows { format.row(row, into: &output) }
    format.end(answer.foot, into: &output)
    return output.bytes
  }

  private func number(_ bytes: [UInt8], at place: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  @Test("it is an archive whose list names every part, at the place where it lies")
  func archive() throws {
    let bytes = bytes(Answer.removals)
    let end = bytes.count - 22
    #expect(number(bytes, at: end, 4) == 0x0605_4B50)
    let (count, size) = (number(bytes, at: end + 10, 2), number(bytes, at: end + 12, 4))
    var place = number(bytes, at: end + 16, 4)
    #expect(place + size == end)
    var names: [String] = []
    for _ in 0..<count {
      #expect(number(bytes, at: place, 4) == 0x0201_4B50)
      let length = number(bytes, at: place + 28, 2)
      names.append(String(decoding: bytes[(place + 46)..<(place + 46 + length)], as: UTF8.self))
      let offset = number(bytes, at: place + 42, 4)
      #expect(number(bytes, at: offset, 4) == 0x0403_4B50, "\(names)")
      #expect(number(bytes, at: offset + 26, 2) == length)
      place += 46 + length
    }
    #expect(place == end)
    #expect(names.first == "_rels/.rels" && names.last == "[Content_Types].xml")
    #expect(names.contains("xl/worksheets/figures1.xml"))
  }

  @Test("the same answer makes the same file")
  func isTheSame() {
    #expect(bytes(Answer.removals) == bytes(Answer.removals))
  }

  @Test("more rows than a sheet holds go on in the next one")
  func longAnswer() {
    let rows = Array(repeating: AnswerRow(.exact(1)), count: 1_048_576)
    let text = String(decoding: bytes(Answer(columns: [.figure("n")], rows: rows)), as: UTF8.self)
    #expect(text.contains("xl/worksheets/figures2.xml"))
    #expect(!text.contains("xl/worksheets/figures3.xml"))
  }

  @Test("one answer follows another in a file of its own")
  func isBegunAnew() {
    var format = WorkbookFormat(style: OutputStyle())
    var files: [[UInt8]] = []
    for _ in 0..<2 {
      var output = OutputBuffer()
      format.begin(AnswerHead(columns: Answer.removals.columns), into: &output)
      for row in Answer.removals.rows { format.row(row, into: &output) }
      format.end(Answer.removals.foot, into: &output)
      files.append(output.bytes)
    }
    #expect(files[0] == files[1])
  }
}
