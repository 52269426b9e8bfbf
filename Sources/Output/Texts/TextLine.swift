/// Lines of words that may hold inks, which take no columns.
enum TextLine {
  /// The line in parts that fit, each after the margin; one where there is no width.
  static func wrapped(_ line: String, toWidth width: Int?, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let leading = line.prefix { $0 == " " }
    let opening = leading.isEmpty && indent == 2 ? margin : String(leading)
    guard let width, width > indent + 10 else {
      return ["\(opening)\(line.dropFirst(leading.count))"]
    }
    var parts: [String] = []
    var part = opening
    var columns = opening.count
    var isEmpty = true
    for word in line.dropFirst(leading.count).split(
      separator: " ",
      omittingEmptySubsequences: false
    ) {
      let length = plainWidth(word)
      if !isEmpty, columns + 1 + length > width {
        parts.append(part)
        part = margin
        columns = indent
        isEmpty = true
      }
      if !isEmpty {
        part += " "
        columns += 1
      }
      part += String(word)
      columns += length
      isEmpty = false
    }
    parts.append(part)
    return parts
  }

  /// The columns of a word without its inks.
  private static func plainWidth(_ word: Substring) -> Int {
    guard word.utf8.contains(0x1B) else { return String(word).displayWidth }
    var plain = ""
    var isInk = false
    for scalar in word.unicodeScalars {
      if scalar == "\u{1B}" {
        isInk = true
      } else if isInk {
        if scalar == "m" { isInk = false }
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain.displayWidth
  }
}
