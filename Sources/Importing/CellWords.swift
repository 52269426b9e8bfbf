/// What a cell holds instead of a figure, and what it means.
package struct CellWords: Sendable, Equatable {
  /// A figure that is not published.
  package let missing: [String]
  /// A figure that the publisher keeps back, such as `D`.
  package let withheld: [String]
  /// Whether some of them could be read as numbers.
  let hasNumbers: Bool
  private let marks: [[UInt8]: UInt8]

  /// `D` is withheld, and an empty cell is missing, whatever else is.
  package init(missing: [String] = [], withheld: [String] = []) {
    (self.missing, self.withheld) = (missing, withheld)
    var marks: [[UInt8]: UInt8] = [[]: CellMark.empty, [UInt8(ascii: "D")]: CellMark.withheld]
    for word in missing { marks[Array(word.utf8)] = CellMark.empty }
    for word in withheld { marks[Array(word.utf8)] = CellMark.withheld }
    self.marks = marks
    hasNumbers = (missing + withheld).contains { $0.utf8.contains { (0x30...0x39).contains($0) } }
  }

  /// The same with one more word.
  package func adding(missing word: String) -> CellWords {
    missing.contains(word) ? self : CellWords(missing: missing + [word], withheld: withheld)
  }

  /// The same with one more word.
  package func adding(withheld word: String) -> CellWords {
    withheld.contains(word) ? self : CellWords(missing: missing, withheld: withheld + [word])
  }

  /// The mark of a cell; `nil` where it is none of them.
  func mark(of text: UnsafeBufferPointer<UInt8>) -> UInt8? {
    if text.isEmpty { return CellMark.empty }
    return marks[Array(text)]
  }
}
