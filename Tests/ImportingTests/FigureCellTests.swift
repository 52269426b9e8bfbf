import Testing

@testable import Importing

@Suite("Figures as publishers write them")
struct FigureCellTests {
  @Test(
    "numbers of things that are counted",
    arguments: [
      ("0", 0), ("1208", 1208), ("1,208", 1208), ("12,345,678", 12_345_678), ("9584.0", 9584),
      ("-3", -3), ("0.0", 0), ("007", 7), ("1e3", 1000), ("1.5E+1", 15),
    ]
  )
  func counts(_ text: String, _ value: Int64) throws {
    #expect(try read(text, decimals: 0) == value)
  }

  @Test(
    "numbers with decimals, in their smallest parts",
    arguments: [
      ("147.048328753", 147_048_328_753), ("4.4092e-05", 44_092), ("2", 2_000_000_000),
      ("-0.5", -500_000_000), ("1,000.25", 1_000_250_000_000), ("0.00000000100", 1),
    ]
  )
  func weights(_ text: String, _ value: Int64) throws {
    #expect(try read(text, decimals: 9) == value)
  }

  @Test(
    "digits beyond those that are held are told, with the figure without them",
    arguments: [
      ("147.04832875399998", 147_048_328_753), ("4.40924524e-05", 44_092), ("0.0000000001", 0),
      ("-2.0000000009", -2_000_000_000), ("1e-40", 0),
    ]
  )
  func cuts(_ text: String, _ value: Int64) {
    #expect(throws: FigureCell.Flaw.cut(value)) { try read(text, decimals: 9) }
  }

  @Test(
    "what is no number",
    arguments: [
      "x", "1.", ".5", "1,20", "12,3456", "1,2345", ",5", "--1", "1e", "1e+", "1e1000", "0x10",
      "1 208", "-", "1.2.3", "1e2e3",
    ]
  )
  func refuses(_ text: String) {
    #expect(throws: FigureCell.Flaw.notANumber) { try read(text, decimals: 3) }
  }

  @Test("a part of something that is counted is refused", arguments: ["0.5", "1e-3", "12.01"])
  func refusesParts(_ text: String) {
    #expect(throws: FigureCell.Flaw.tooPrecise) { try read(text, decimals: 0) }
  }

  @Test("numbers beyond 64 bits", arguments: ["9223372036854775808", "1e30"])
  func refusesLarge(_ text: String) {
    #expect(throws: FigureCell.Flaw.tooLarge) { try read(text, decimals: 0) }
  }

  private func read(_ text: String, decimals: Int) throws -> Int64 {
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return try FigureCell.value(start, buffer.count, decimals: decimals)
    }
  }
}

@Suite("Figures in plain digits")
struct PlainFigureTests {
  private func value(_ text: String, decimals: Int) throws -> Int64 {
    var text = text
    return try text.withUTF8 { try FigureCell.plainValue(.init($0), decimals: decimals) }
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
    #expect(throws: FigureCell.Flaw.notANumber) { try value(text, decimals: 9) }
  }

  @Test("are refused with more decimals than are held", arguments: ["1.5", "1.0"])
  func tooPrecise(_ text: String) {
    #expect(throws: FigureCell.Flaw.tooPrecise) { try value(text, decimals: 0) }
  }

  @Test(
    "are refused where they do not fit",
    arguments: ["9223372036854775808", "-99999999999999999999"]
  )
  func tooLarge(_ text: String) {
    #expect(throws: FigureCell.Flaw.tooLarge) { try value(text, decimals: 0) }
  }
}
