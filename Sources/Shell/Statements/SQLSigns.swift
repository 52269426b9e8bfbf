/// The signs of a text in SQL that are outside of quotes, brackets and comments.
struct SQLSigns {
  private let bytes: [UInt8]
  /// Places of single `|`.
  private var bars: [Int] = []
  /// The last `>`, where only a text in double quotes follows it.
  private(set) var file: (sign: Int, quotes: Range<Int>, path: String)?

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    var depth = 0
    var place = start
    var greater: Int?
    var quoted: Range<Int>?
    while place < bytes.count {
      let byte = bytes[place]
      var next = place + 1
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
        next = end(ofQuotes: place)
        if byte == UInt8(ascii: "\""), greater != nil, quoted == nil {
          quoted = place..<next
        } else {
          greater = nil
        }
      case UInt8(ascii: "-") where next < bytes.count && bytes[next] == byte:
        next = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "|"):
        if next < bytes.count, bytes[next] == byte {
          next += 1
        } else if depth == 0 {
          bars.append(place)
        }
      default: break
      }
      if byte == UInt8(ascii: ">"), depth == 0 {
        (greater, quoted) = (place, nil)
      } else if byte > 0x20, byte != UInt8(ascii: "\"") {
        (greater, quoted) = (nil, nil)
      }
      place = next
    }
    if let greater, let quoted, quoted.count > 2 {
      let inside = (quoted.lowerBound + 1)..<(quoted.upperBound - 1)
      file = (greater, quoted, String(decoding: bytes[inside], as: UTF8.self))
    }
  }

  /// The last `|` before a place, where the name of a format follows it: SQL has the sign too.
  func bar(before end: Int) -> Int? {
    guard let bar = bars.last(where: { $0 < end }) else { return nil }
    let words = String(decoding: bytes[(bar + 1)..<end], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    let isName = words.allSatisfy { $0.allSatisfy { $0.isLetter && $0.isASCII } }
    return (1...2).contains(words.count) && isName ? bar : nil
  }

  /// After the closing one; two of them inside are one.
  private func end(ofQuotes start: Int) -> Int {
    var place = start + 1
    while place < bytes.count {
      if bytes[place] == bytes[start] {
        guard place + 1 < bytes.count, bytes[place + 1] == bytes[start] else { return place + 1 }
        place += 1
      }
      place += 1
    }
    return bytes.count
  }
}
