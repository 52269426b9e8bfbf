private import Diagnostics
import Results

/// The sources as entries of BibTeX, for LaTeX and for programs that keep references.
package struct BibTeXFormat: CitationFormat {
  package static let name = "cite bibtex"
  package static let summary = "the sources as BibTeX"
  package static let fileEndings = ["bib"]

  package init(style: OutputStyle) {}

  func write(_ sources: [Citation], into output: inout OutputBuffer) {
    for (place, source) in sources.enumerated() {
      if place > 0 { output.append("\n") }
      output.append("@misc{\(source.entryKey),\n")
      for (name, value) in source.fields where !value.isEmpty {
        output.append("  \(name) = \(value),\n")
      }
      output.append("}\n")
    }
  }
}

extension Citation {
  /// A key may hold no signs but these.
  fileprivate var entryKey: String {
    let own = key.map { character -> Character in
      let isPlain = character.isASCII && (character.isLetter || character.isNumber)
      return isPlain || "-_.:".contains(character) ? character : "-"
    }
    return own.isEmpty ? "source" : String(own)
  }

  fileprivate var fields: [(name: String, value: String)] {
    let parts = dateParts
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    let month = parts.count > 1 && months.indices.contains(parts[1] - 1) ? months[parts[1] - 1] : ""
    let note = [table, periods].filter { !$0.isEmpty }.joined(separator: "; ")
    return [
      // A name of an office is one name: without a second pair of braces it would be cut into a
      // first and a last one.
      ("author", publisher.isEmpty ? "" : "{{\(publisher.inLaTeX)}}"),
      ("title", "{{\((title.isEmpty ? text : title).inLaTeX)}}"),
      ("year", parts.first.map { "{\($0)}" } ?? ""),
      ("month", month),
      ("note", note.isEmpty ? "" : "{\(note.inLaTeX)}"),
      ("url", url.isEmpty ? "" : "{\(url.inBraces)}"),
    ]
  }
}

extension String {
  /// An address, which is printed as it is, without what would end its field.
  fileprivate var inBraces: String {
    writing { scalar in
      switch scalar {
      case "{": "%7B"
      case "}": "%7D"
      case "\\": "%5C"
      case _ where scalar.isControl || scalar == " ": "%20"
      default: nil
      }
    }
  }
}
