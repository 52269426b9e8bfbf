import Foundation
import Store
import TestSupport
import Testing

@Suite("Comma-separated values")
struct CSVReaderTests {
  private func rows(_ text: String) throws -> [[String]] {
    let folder = try TemporaryFolder()
    try folder.write(Data(text.utf8), to: "x.csv")
    var reader = CSVReader(try FileBytes(reading: folder.path + "/x.csv"))
    var rows: [[String]] = []
    while try reader.next() { rows.append(reader.cells.indices.map { reader.text(at: $0) }) }
    return rows
  }

  @Test("quoted cells hold commas, quotes and line ends")
  func quoting() throws {
    #expect(try rows("a,\"b,\"\"c\"\"\nd\",é\n") == [["a", "b,\"c\"\nd", "é"]])
    #expect(try rows("\"\",\"\"\"\"\n") == [["", "\""]])
  }

  @Test("the last line end may be missing, and an empty last cell counts")
  func lastLine() throws {
    #expect(try rows("a,b") == [["a", "b"]])
    #expect(try rows("a,") == [["a", ""]])
    #expect(try rows("a\n") == [["a"]])
    #expect(try rows("") == [])
  }

  @Test("lines are counted through quoted line ends")
  func lines() throws {
    let error = #expect(throws: CSVReader.Mistake.self) { try rows("\"a\nb\",c\nd,e\"\n") }
    #expect(error?.line == 3)
    #expect(error?.cell == 1)
  }
}
