/// The list of all formats in which answers can be written, and lookup by name or file extension.
package enum OutputFormats {
  package static let all: [any OutputFormat.Type] = [
    TableFormat.self,
    JSONFormat.self,
    JSONLinesFormat.self,
    CSVFormat.self,
    TSVFormat.self,
    WorkbookFormat.self,
    MarkdownFormat.self,
    HTMLFormat.self,
    LaTeXFormat.self,
    ChartFormat.self,
    SVGFormat.self,
    VegaFormat.self,
    ReportFormat.self,
    CiteFormat.self,
    ClaimReviewFormat.self,
    JUnitFormat.self,
    SQLFormat.self,
  ]

  /// The formats, each followed by its kinds.
  package static var withVariants: [any OutputFormat.Type] { all.flatMap { [$0] + $0.variants } }

  /// The format with a name, as typed after `|`: `json`, `cite bibtex`.
  package static func format(named name: String) -> (any OutputFormat.Type)? {
    guard let space = name.utf8.firstIndex(of: UInt8(ascii: " ")) else {
      return all.first { $0.name == name }
    }
    let first = name[..<space]
    return all.first { $0.name == first }?.variants.first { $0.name == name }
  }

  /// The format that the name of a file ends in: `json` of `removals.json`.
  package static func format(ofFile path: String) -> (any OutputFormat.Type)? {
    guard let ending = ending(ofFile: path) else { return nil }
    return withVariants.first { $0.fileEndings.contains(ending) }
  }

  /// What follows the last dot of a file's name, in small letters, or the last two dots where that
  /// names a format: `vl.json`. `nil` where there is nothing.
  package static func ending(ofFile path: String) -> String? {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    let parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last, !last.isEmpty else { return nil }
    let both = parts.suffix(2).joined(separator: ".")
    return parts.count > 2 && fileEndings.contains(both) ? both : String(last)
  }

  /// Every ending that names a format: `json`, `csv`, …
  package static var fileEndings: [String] { withVariants.flatMap { $0.fileEndings } }
}
