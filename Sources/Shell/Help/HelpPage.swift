import Describing
import Output

/// A page of help before it is laid out: for a screen, or as rows for programs.
struct HelpPage {
  typealias Entry = (name: String, text: String)

  struct Section {
    /// Empty where it needs none.
    let heading: String
    let entries: [Entry]
  }

  /// What the page is about; empty for a list.
  private let title: String
  /// What is under the title: lines that stay whole, and paragraphs.
  private let lines: [String]
  private let paragraphs: [String]
  /// A statement that can be typed as it is.
  private let example: String
  private var sections: [Section] = []
  /// What is shown instead of all that, for a page that is written by hand.
  private let ownText: String?

  init(
    _ title: String = "",
    lines: [String] = [],
    paragraphs: [String] = [],
    example: String = "",
    ownText: String? = nil
  ) {
    self.title = title
    self.lines = lines
    self.paragraphs = paragraphs.filter { !$0.isEmpty }
    self.example = example
    self.ownText = ownText
  }

  /// A list.
  init(_ entries: [Entry]) {
    self.init()
    add("", entries)
  }

  mutating func add(_ heading: String, _ entries: [Entry]) {
    if !entries.isEmpty { sections.append(Section(heading: heading, entries: entries)) }
  }

  // MARK: On a screen

  /// `width` is `nil` where text is not wrapped; `isSpoken` is for listening.
  func text(width: Int?, isSpoken: Bool) -> String {
    if let ownText { return ownText }
    let under =
      lines.map { "  " + $0 } + (example.isEmpty ? [] : ["  example: " + example])
      + paragraphs.flatMap { wrapped($0, toWidth: width, indent: 2) }
    let first = title.isEmpty ? [] : [([title] + under).joined(separator: "\n")]
    let blocks = sections.map { section in
      (section.heading.isEmpty ? "" : section.heading + "\n")
        + Self.lines(section.entries, isSpoken: isSpoken)
    }
    return (first + blocks).joined(separator: "\n\n")
  }

  /// Two columns, the first as wide as its widest entry.
  private static func lines(_ entries: [Entry], isSpoken: Bool) -> String {
    if isSpoken { return entries.map { "\($0.name): \($0.text)" }.joined(separator: "\n") }
    let width = entries.map { $0.name.displayWidth }.max() ?? 0
    return entries.map { entry in
      let padding = String(repeating: " ", count: width - entry.name.displayWidth + 2)
      return "  \(entry.name)\(padding)\(entry.text)"
    }.joined(separator: "\n")
  }

  // MARK: As rows

  /// A row for each entry, with what it says.
  var rows: Listing {
    let own =
      (lines + paragraphs).map { ["", title, $0] }
      + (example.isEmpty ? [] : [["example", title, example]])
    let listed = sections.flatMap { section in
      section.entries.map { [section.heading, $0.name, $0.text] }
    }
    return Listing(["section", "name", "text"], own + listed)
  }
}
