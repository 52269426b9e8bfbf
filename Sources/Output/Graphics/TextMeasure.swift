import Catalog

/// An estimate of the width of words in a sans-serif font.
struct TextMeasure {
  /// Height of the letters in pixels.
  let size: Double
  var isBold = false

  func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + share(of: $1) } * size * (isBold ? 1.15 : 1)
  }

  /// Cut into lines at spaces, but not beside a dash or before a year: `Oct 2019 – Sep 2026`
  /// stays together.
  func lines(of text: String, width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in Self.words(of: text) {
      let longer = line.isEmpty ? word : line + " " + word
      if self.width(of: longer) > width, !line.isEmpty {
        lines.append(line)
        line = word
      } else {
        line = longer
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static func words(of text: String) -> [String] {
    var words: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      if let last = words.last, word == "–" || last.hasSuffix(" –") || isYear(word, after: last) {
        words[words.count - 1] = last + " " + word
      } else {
        words.append(word)
      }
    }
    return words
  }

  /// Whether a word is the year of the month before it: `Oct 2020`.
  private static func isYear(_ word: String, after last: String) -> Bool {
    let year = word.prefix(4)
    guard year.count == 4, year.allSatisfy(\.isNumber) else { return false }
    return monthNames.contains { last.hasSuffix($0) || last.hasSuffix($0.prefix(3)) }
  }

  /// The beginning that fits, with `…` for the rest.
  func cut(_ text: String, width: Double) -> String {
    guard self.width(of: text) > width else { return text }
    var cut = text
    while !cut.isEmpty, self.width(of: cut + "…") > width { cut.removeLast() }
    return cut + "…"
  }

  /// The width of a character as a share of the size, as the widest of the usual faces have it
  /// (DejaVu Sans, Verdana).
  private func share(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", " ": 0.33
    case "f", "r", "t", "(", ")", "-", "/": 0.41
    case "m", "w", "M", "W", "%", "–", "@": 0.97
    case "0"..."9": 0.64
    case "A"..."Z": 0.7
    case _ where scalar.value > 0x2E80: 1.05
    default: 0.62
    }
  }
}
