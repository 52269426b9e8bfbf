/// A paragraph, a heading or an item of a list, with the place of each of its characters.
///
/// Characters are normalized one by one: quotation marks, dashes and spaces of any kind become the
/// plain ones, so that a place in the block is a place in the input.
package struct TextBlock: Sendable {
  /// What the block is in its text.
  package enum Kind: Sendable {
    case heading, paragraph, item
  }

  package var kind: Kind
  package var scalars: [Unicode.Scalar] = []
  /// The place of each character in the input, in Unicode scalars.
  package var offsets: [Int] = []
  /// The line of the input on which it begins, from 1.
  package var line: Int

  init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }

  mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
    scalars.append(scalar.normalized)
    offsets.append(offset)
  }

  /// Where a place of the input is in the block, at or after an index.
  package func index(of offset: Int, from start: Int) -> Int? {
    var (low, high) = (start, offsets.count)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < offsets.count && offsets[low] == offset ? low : nil
  }

  /// Whether anything but spaces is in it.
  var hasWords: Bool { scalars.contains { $0 != " " } }

  /// The text of some of its characters.
  package func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  /// The place in the input of some of its characters.
  func place(_ range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound - 1] + 1
  }
}

extension Unicode.Scalar {
  /// The plain one of its kind.
  fileprivate var normalized: Unicode.Scalar {
    switch value {
    case 0x2018, 0x2019, 0x201B, 0x2032, 0x02BC: "'"
    case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0xAB, 0xBB: "\""
    case 0x2010, 0x2011, 0xAD: "-"
    case 0x2012, 0x2013: "\u{2013}"
    case 0x2015: "\u{2014}"
    case 0x2212: "\u{2212}"
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000, 0xFEFF:
      " "
    default: self
    }
  }

  var isDigit: Bool { (0x30...0x39).contains(value) }

  var isLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default: properties.isAlphabetic
    }
  }

  var isUpper: Bool {
    value < 0x80 ? (0x41...0x5A).contains(value) : properties.isUppercase
  }
}
