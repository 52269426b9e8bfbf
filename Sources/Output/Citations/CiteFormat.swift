import Results

/// The sources of an answer as a list of references prints them.
///
/// ```
/// Office of Homeland Security Statistics. (2023, November). 2022 Yearbook of Immigration
/// Statistics, Table 39. https://ohss.dhs.gov/…
/// ```
package struct CiteFormat: CitationFormat {
  package static let name = "cite"
  package static let summary = "the sources, as a list of references prints them"
  package static let fileEndings: [String] = []
  package static let variants: [any OutputFormat.Type] = [BibTeXFormat.self, CSLFormat.self]

  private let style: OutputStyle

  package init(style: OutputStyle) { self.style = style }

  func write(_ sources: [Citation], into output: inout OutputBuffer) {
    for source in sources {
      let line = PageLine(style.shown(source.reference), indent: 2)
      for part in line.wrapped(toWidth: style.textWidth) { output.append(part + "\n") }
    }
  }
}

extension Citation {
  /// `Publisher. (2023, November). Title, Table 39. https://…`
  fileprivate var reference: String {
    let named = publisher.isEmpty && title.isEmpty
    let date = dateInWords.isEmpty ? "n.d." : dateInWords
    let what = [title, table].filter { !$0.isEmpty }.joined(separator: ", ")
    let parts = named ? [text] : [publisher, "(\(date))", what]
    let words = parts.filter { !$0.isEmpty }.map { $0.hasSuffix(".") ? $0 : $0 + "." }
    return (words + [url].filter { !$0.isEmpty }).joined(separator: " ")
  }
}
