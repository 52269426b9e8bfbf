/// The list of all formats in which answers can be written, and lookup by name or file extension.
package enum OutputFormats {
  package static let all: [any OutputFormat.Type] = [
    TableFormat.self,
    JSONFormat.self,
    JSONLinesFormat.self,
    CSVFormat.self,
    TSVFormat.self,
    MarkdownFormat.self,
    HTMLFormat.self,
    ChartFormat.self,
    SVGFormat.self,
    VegaFormat.self,
    ReportFormat.self,
    ClaimReviewFormat.self,
    JUnitFormat.self,
    SQLFormat.self,
  ]

  /// The format with a name, as typed after `|`.
  package static func format(named name: String) -> (any OutputFormat.Type)? {
    all.first { $0.name == name }
  }

  /// The format that the name of a file ends in: `json` of `removals.json`.
  package static func format(ofFile path: String) -> (any OutputFormat.Type)? {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    return all.first { $0.fileEndings.contains(ending) }
  }
}
