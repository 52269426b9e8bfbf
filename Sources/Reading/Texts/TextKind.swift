/// How a text is written.
package enum TextKind: String, CaseIterable, Sendable {
  case plain, markdown, html

  /// The kind of a file, by the ending of its name, or else by how it begins.
  package init(of path: String, _ text: String) {
    let ending = path.split(separator: ".").last?.lowercased() ?? ""
    switch ending {
    case "html", "htm", "xhtml": self = .html
    case "md", "markdown": self = .markdown
    default:
      let start = text.drop { $0.isWhitespace }.prefix(200).lowercased()
      self = start.hasPrefix("<!doctype html") || start.hasPrefix("<html") ? .html : .plain
    }
  }
}
