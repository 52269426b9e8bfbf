/// One line of the foot, which may be wrapped.
struct PageLine {
  /// What is before the words and is never wrapped: `1  FY2020–22  `.
  let lead: String
  let words: String
  /// Columns before the words where the line goes on.
  let indent: Int
  /// The web address that the words lead to on a terminal that can follow links; empty for none.
  let link: String

  init(lead: String = "", _ words: String, indent: Int? = nil, link: String = "") {
    self.lead = lead
    self.words = words
    self.link = link
    self.indent = indent ?? lead.displayWidth + 2
  }

  func wrapped(toWidth width: Int?) -> [String] {
    guard let width, (lead + words).displayWidth > width else { return [lead + words] }
    // On a narrow screen the words need the room more than the columns do.
    let indent = String(repeating: " ", count: min(indent, max(2, width - 24)))
    var lines: [String] = []
    var line = lead
    var hasWords = false
    for word in unbrokenWords {
      if hasWords, line.displayWidth + 1 + word.displayWidth > width {
        lines.append(line)
        line = indent
        hasWords = false
      }
      line += (hasWords ? " " : "") + word
      hasWords = true
    }
    return lines + [line]
  }

  /// The words; a sign such as `≈` or a dash stays with the figure beside it.
  private var unbrokenWords: [String] {
    var words: [String] = []
    for word in self.words.split(separator: " ") {
      if let last = words.last, ["≈", "~", ">", "<"].contains(last) {
        words[words.count - 1] = "\(last) \(word)"
      } else {
        words.append(String(word))
      }
    }
    return words
  }
}
