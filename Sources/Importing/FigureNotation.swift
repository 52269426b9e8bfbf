/// How figures of a file of text are written where they are not written as usual: with a decimal
/// comma, with marks beside them that are no part of them, such as those of footnotes, or with
/// spaces between groups of digits.
package struct FigureNotation: Sendable, Equatable {
  /// Whether `1.234,5` is 1234.5.
  package var hasDecimalComma = false
  /// What may be written before or after a figure, or a period.
  package private(set) var marks: [String] = []

  /// Whether spaces are between groups of three digits: `12 345`. Declared as the mark ` `.
  package private(set) var hasSpaces = false

  /// Figures as usual.
  package init() {}

  package var isUsual: Bool { !hasDecimalComma && marks.isEmpty && !hasSpaces }

  /// Takes one more mark. Longer ones are looked for first, so that `**` is not two of `*`.
  package mutating func add(mark: String) {
    guard mark != " " else {
      hasSpaces = true
      return
    }
    guard !mark.isEmpty, !marks.contains(mark) else { return }
    marks.append(mark)
    marks.sort { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  /// A text without the marks at its ends; the text itself where nothing else would be left.
  package func withoutMarks(_ text: String) -> String {
    guard !marks.isEmpty else { return text }
    let bytes = Array(text.utf8)
    return String(decoding: withoutMarks(bytes[...]), as: UTF8.self)
  }

  /// The bytes of a cell as figures are usually written: without marks, with a decimal point, with
  /// commas in place of spaces that break no line, and with the minus of keyboards.
  func usual(_ cell: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes = Array(withoutMarks(Array(cell)[...]))
    if hasDecimalComma { bytes = bytes.map(Self.withDecimalPoint) }
    if bytes.contains(where: { $0 >= 0x80 }) { bytes = Self.withPlainSigns(bytes) }
    return hasSpaces ? bytes.map { $0 == .space ? .comma : $0 } : bytes
  }

  private static func withDecimalPoint(_ byte: UInt8) -> UInt8 {
    switch byte {
    case .comma: UInt8(ascii: ".")
    case UInt8(ascii: "."): .comma
    default: byte
    }
  }

  private func withoutMarks(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text
    while let shorter = withoutMark(rest), !shorter.isEmpty { rest = shorter }
    return rest
  }

  /// Without the first mark that is at one of the ends, and the spaces beside it.
  private func withoutMark(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for mark in marks.lazy.map({ Array($0.utf8) }) where text.count > mark.count {
      if text.suffix(mark.count).elementsEqual(mark) {
        return text.dropLast(mark.count).withoutPlainSpaces
      }
      if text.prefix(mark.count).elementsEqual(mark) {
        return text.dropFirst(mark.count).withoutPlainSpaces
      }
    }
    return nil
  }

  /// Signs that are no ASCII: U+2212 is a minus; U+00A0, U+2009 and U+202F are between groups of
  /// digits what commas are.
  private static func withPlainSigns(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x2212: plain.append(UInt8(ascii: "-"))
      case 0xa0, 0x2009, 0x202f: plain.append(.comma)
      default: plain += Array(String(scalar).utf8)
      }
    }
    return plain
  }
}

extension ArraySlice<UInt8> {
  fileprivate var withoutPlainSpaces: ArraySlice<UInt8> {
    var rest = self
    while rest.first == .space { rest = rest.dropFirst() }
    while rest.last == .space { rest = rest.dropLast() }
    return rest
  }
}
