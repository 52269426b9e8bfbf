import Catalog
import Output

/// A page about one thing, before it is laid out for a screen.
package struct Description {
  /// Its name and kind: `removals`, `measure`.
  let name: String
  let kind: String
  private(set) var sections: [Section] = []

  struct Section {
    /// Empty for what comes right under the name.
    let heading: String
    let entries: [Entry]
  }

  /// A line or a paragraph, with or without a label before it.
  struct Entry {
    let label: String
    let text: String

    init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }

    init(_ text: String) {
      self.init("", text)
    }
  }

  init(_ name: String, _ kind: String) {
    self.name = name
    self.kind = kind
  }

  /// Adds a section; entries without a text are left out, and with them a section without any.
  mutating func add(_ heading: String, _ entries: [Entry]) {
    let entries = entries.filter { !$0.text.isEmpty }
    if !entries.isEmpty { sections.append(Section(heading: heading, entries: entries)) }
  }

  mutating func add(_ text: String) { add("", [Entry(text)]) }

  /// Adds a list, a line each.
  mutating func add(_ heading: String, lines: [String]) {
    add(heading, lines.map { Entry($0) })
  }

  // MARK: On a screen

  /// The page, wrapped where the screen ends or a line would be too long to read.
  package func text(width: Int?, isSpoken: Bool = false) -> String {
    guard !isSpoken else { return spoken }
    let width = width.map { min($0, 100) }
    let blocks = sections.map { section in
      Self.lines(of: section, width).joined(by: "\n")
    }
    return (["\(name) · \(kind)"] + blocks).joined(by: "\n\n")
  }

  /// One fact a line, nothing aligned.
  private var spoken: String {
    let blocks = sections.map { section in
      let heading = section.heading.isEmpty ? [] : [section.heading + ":"]
      let entries = section.entries.map { ($0.label.isEmpty ? "" : $0.label + ": ") + $0.text }
      return (heading + entries).joined(by: "\n")
    }
    return (["\(name), \(kind)"] + blocks).joined(by: "\n\n")
  }

  private static func lines(of section: Section, _ width: Int?) -> [String] {
    let margin = section.heading.isEmpty ? 2 : 4
    let heading = section.heading.isEmpty ? [] : ["  " + section.heading]
    let label = section.entries.map(\.label.displayWidth).max() ?? 0
    let indent = label == 0 ? margin : margin + label + 2
    return heading
      + section.entries.flatMap { entry in
        label == 0 && !section.heading.isEmpty
          ? hanging(entry.text, margin, width) : lines(of: entry, margin, indent, width)
      }
  }

  /// Labels, each with its text, aligned after the widest label.
  private static func lines(
    of entry: Entry,
    _ margin: Int,
    _ indent: Int,
    _ width: Int?
  ) -> [String] {
    var lines = wrapped(entry.text, toWidth: width, indent: indent)
    let lead = String(repeating: " ", count: margin) + entry.label
    lines[0] = lead + lines[0].dropFirst(lead.displayWidth)
    return lines
  }

  /// A line of a list, which goes on two columns further right.
  private static func hanging(_ text: String, _ margin: Int, _ width: Int?) -> [String] {
    var lines = wrapped(text, toWidth: width, indent: margin + 2)
    lines[0] = String(lines[0].dropFirst(2))
    return lines
  }
}

extension Listing {
  /// The entries of pages, a row each.
  package static func of(_ pages: [Description]) -> Listing {
    Listing(
      ["name", "kind", "section", "label", "text"],
      pages.flatMap { page in
        page.sections.flatMap { section in
          section.entries.map { [page.name, page.kind, section.heading, $0.label, $0.text] }
        }
      }
    )
  }
}
