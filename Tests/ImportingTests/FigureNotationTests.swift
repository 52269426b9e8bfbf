import Testing

@testable import Importing

@Suite("How figures are written")
struct FigureNotationTests {
  private func notation(_ marks: String..., comma: Bool = false) -> FigureNotation {
    var notation = FigureNotation()
    notation.hasDecimalComma = comma
    for mark in marks { notation.add(mark: mark) }
    return notation
  }

  private func usual(_ text: String, _ notation: FigureNotation) -> String {
    Array(text.utf8).withUnsafeBufferPointer {
      String(decoding: notation.usual($0), as: UTF8.self)
    }
  }

  @Test("what is usual is left as it is", arguments: ["", "1208", "1,208.5", "-4", "x", "Perú"])
  func leaves(_ text: String) {
    #expect(notation().isUsual)
    #expect(usual(text, notation()) == text)
  }

  @Test("of marks the longest goes first, at both ends and more than once")
  func marks() {
    let own = notation("*", "**", "[a]", "$", "")
    #expect(own.marks == ["[a]", "**", "$", "*"])
    #expect(usual("$ 12 **", own) == "12")
    #expect(usual("*12[a]*", own) == "12")
    #expect(usual("1*2", own) == "1*2")
    #expect(usual("***", own) == "*")
    #expect(own.withoutMarks("FY2024**") == "FY2024")
    #expect(own.withoutMarks("[a]") == "[a]")
  }

  @Test("a decimal comma changes places with the point of groups")
  func comma() {
    #expect(usual("1.234,5", notation(comma: true)) == "1,234.5")
    #expect(usual("€ 1.234,5 p", notation("€", "p", comma: true)) == "1,234.5")
  }

  @Test("marks in any order, some of them twice, are the same marks")
  func order() {
    let all = ["*", "**", "p", "[a]"]
    for first in all.indices {
      for second in all.indices where second != first {
        var (a, b) = (FigureNotation(), FigureNotation())
        for mark in all { a.add(mark: mark) }
        for mark in [all[first], all[second]] + all.reversed() { b.add(mark: mark) }
        #expect(a == b)
      }
    }
  }
}
