import Testing

@testable import Importing

@Suite("Texts of a column and their numbers")
struct TextDictionaryTests {
  @Test("numbers are those of a plain dictionary, whatever the lengths", arguments: 0..<8)
  func numbers(_ seed: Int) throws {
    var dice = SmallDice(seed: UInt64(seed))
    let dictionary = TextDictionary()
    var (known, lines): ([String: UInt32], [Int]) = ([:], [])
    let texts = (0..<400).map { _ in text(&dice) }
    for line in 1...6_000 {
      let text = texts[dice.roll(texts.count)]
      let expected = known[text] ?? UInt32(known.count)
      if known.updateValue(expected, forKey: text) == nil { lines.append(line) }
      #expect(try code(text, in: dictionary, line: line) == expected, "\(text)")
    }
    #expect(dictionary.count == known.count)
    #expect(dictionary.lines == lines)
    for (text, code) in known { #expect(dictionary[Int(code)] == text) }
  }

  @Test("texts that differ in one byte, or in their length, are different")
  func near() throws {
    let dictionary = TextDictionary()
    var expected: UInt32 = 0
    for length in 0...70 {
      for place in 0..<max(1, length) {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        if length > 0 { bytes[place] = UInt8(ascii: "b") }
        for _ in 0..<2 {
          #expect(try code(bytes, in: dictionary, line: 1) == expected, "\(length), \(place)")
        }
        expected += 1
      }
    }
  }

  @Test("what follows a text is not a part of it")
  func following() throws {
    let dictionary = TextDictionary()
    for length in [0, 1, 7, 8, 9, 31, 32, 33, 40] {
      let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: length)
      let codes = try [UInt8(0), 0x2c, 0xff].map {
        try code(bytes, in: dictionary, line: 1, followedBy: $0)
      }
      #expect(Set(codes).count == 1, "\(length)")
    }
  }

  @Test("texts of another dictionary get the numbers here, and the earlier of both lines")
  func merging() throws {
    var dice = SmallDice(seed: 5)
    let (own, other) = (TextDictionary(), TextDictionary())
    let texts = (0..<50).map { _ in text(&dice) }
    for (index, text) in texts.enumerated() {
      if index % 2 == 0 { _ = try code(text, in: own, line: 100 + index) }
      _ = try code(text, in: other, line: 50 + index)
    }
    for code in 0..<other.count {
      let shared = Int(try own.code(of: code, in: other))
      #expect(own[shared] == other[code])
      #expect(own.lines[shared] <= other.lines[code])
    }
    #expect(own.count == Set(texts).count)
  }

  @Test("broken UTF-8 and texts that are too long are refused, and leave nothing")
  func flaws() throws {
    let dictionary = TextDictionary()
    #expect(throws: TextDictionary.Flaw.notUTF8) {
      try code([0x61, 0xff], in: dictionary, line: 1)
    }
    let long = [UInt8](repeating: 0x61, count: TextDictionary.longestText + 1)
    #expect(throws: TextDictionary.Flaw.tooLong) { try code(long, in: dictionary, line: 1) }
    #expect(try code(long.dropLast(), in: dictionary, line: 1) == 0)
    #expect(dictionary.count == 1)
  }

  @Test("a budget that is used up refuses the next text")
  func budget() throws {
    let dictionary = TextDictionary(budget: TextBudget(most: 2 * (TextBudget.overhead + 8)))
    _ = try code("one", in: dictionary, line: 1)
    _ = try code("two", in: dictionary, line: 2)
    _ = try code("one", in: dictionary, line: 3)
    #expect(throws: TextDictionary.Flaw.tooMuch) { try code("three", in: dictionary, line: 4) }
  }

  /// Of one of a few lengths around those at which texts are taken otherwise.
  private func text(_ dice: inout SmallDice) -> String {
    let lengths = [0, 1, 3, 7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 39, 40, 41, 64, 65]
    let letters = ["a", "b", "é"]
    var text = ""
    let length = lengths[dice.roll(lengths.count)]
    while text.utf8.count < length { text += letters[dice.roll(letters.count)] }
    return text
  }

  private func code(_ text: String, in dictionary: TextDictionary, line: Int) throws -> UInt32 {
    try code(Array(text.utf8), in: dictionary, line: line)
  }

  private func code(
    _ bytes: [UInt8],
    in dictionary: TextDictionary,
    line: Int,
    followedBy byte: UInt8 = 0x2c
  ) throws -> UInt32 {
    try (bytes + [UInt8](repeating: byte, count: 32)).withUnsafeBufferPointer { buffer in
      let start = try #require(buffer.baseAddress)
      return try dictionary.code(start, bytes.count, line: line)
    }
  }
}
