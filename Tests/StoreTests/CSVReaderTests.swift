import Foundation
import Store
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
    let error = #expect(throws: CSVFlaw.self) { try rows("\"a\nb\",c\nd,e\"\n") }
    #expect(error?.line == 3)
    #expect(error?.cell == 1)
  }
}

@Suite("Plain numbers")
struct FixedPointTests {
  private func value(_ text: String, decimals: Int) throws -> Int64 {
    var text = text
    return try text.withUTF8 { try FixedPoint.value(of: .init($0), decimals: decimals) }
  }

  @Test(
    "are exact",
    arguments: [
      ("0", 0, 0), ("12", 0, 12), ("-3", 2, -300), ("1.5", 3, 1_500), ("-0.125", 3, -125),
      ("9223372036854775.807", 3, Int64.max),
    ]
  )
  func exact(_ text: String, _ decimals: Int, _ expected: Int64) throws {
    #expect(try value(text, decimals: decimals) == expected)
  }

  @Test(
    "are refused in any other form",
    arguments: ["", "-", "--1", "1.", ".1", "1.2.3", "1,000", " 1", "1e3", "０"]
  )
  func refused(_ text: String) {
    #expect(throws: FixedPoint.Flaw.notPlain) { try value(text, decimals: 9) }
  }

  @Test(
    "are refused where they do not fit",
    arguments: ["9223372036854775808", "-99999999999999999999"]
  )
  func tooLarge(_ text: String) {
    #expect(throws: FixedPoint.Flaw.tooLarge) { try value(text, decimals: 0) }
  }
}
