import Output

/// A heading of a script, written as a comment: `# ## Removals`. Pages for reading show it.
package struct ScriptHeading {
  /// From 1 for the highest.
  let level: Int
  package private(set) var words: String

  /// As the splitter returns it: `## Removals`. No other statement begins so.
  package init?(statement: String) {
    let level = statement.prefix { $0 == "#" }.count
    guard (1...6).contains(level), statement.dropFirst(level).first == " " else { return nil }
    self.level = level
    words = String(statement.dropFirst(level + 1))
  }

  init?(line: [UInt8]) {
    guard line.starts(with: "# #".utf8) else { return nil }
    let text = String(decoding: line.dropFirst(2), as: UTF8.self)
    self.init(statement: text.trimmingSpaces)
  }

  /// With values in place of `$name`.
  func filled(with parameters: Parameters) -> ScriptHeading {
    var filled = self
    filled.words = parameters.filled(in: words)
    return filled
  }

  var markdown: String { String(repeating: "#", count: level) + " " + words }

  /// As written above an answer in a format; `nil` where a format has rows only.
  func text(in format: any OutputFormat.Type, _ style: OutputStyle) -> String? {
    if format == MarkdownFormat.self { return markdown.withoutControls + "\n\n" }
    guard format == TableFormat.self || format == ChartFormat.self else { return nil }
    return "\n " + style.inked(style.shown(words), .heading) + "\n"
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  fileprivate var withoutControls: String { OutputStyle().shown(self) }
}
