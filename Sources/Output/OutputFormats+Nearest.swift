import Diagnostics

extension OutputFormats {
  /// The name of the format that may be meant by one that there is not: by a name that others have
  /// for it, by the ending of its files, or by a slip.
  package static func nearestName(to name: String) -> String? {
    let words = name.lowercased().split { $0 == " " || $0 == "=" }.map(String.init)
      .filter { $0 != "--dialect" }
    guard let first = words.first else { return nil }
    guard words.count > 1 else { return nearest(to: first, among: withVariants) }
    guard let format = all.first(where: { $0.name == first }) else { return nil }
    if words[1].hasPrefix("-") { return format.name }
    return nearest(to: words[1], among: [format] + format.variants)
  }

  /// The ending of the files of the format that may be meant by another one: `xlsx` by `ods`.
  package static func nearestEnding(to ending: String) -> String? {
    let called = names(of: ending, among: withVariants).flatMap { format(named: $0) }
    return called?.fileEndings.first ?? closestMatch(to: ending, among: fileEndings)
  }

  private static func nearest(
    to word: String,
    among formats: [any OutputFormat.Type]
  ) -> String? {
    if let name = names(of: word, among: formats) { return name }
    let kinds = Dictionary(formats.map { (lastWord(of: $0.name), $0.name) }) { first, _ in first }
    return closestMatch(to: word, among: kinds.keys).flatMap { kinds[$0] }
  }

  private static func names(of word: String, among formats: [any OutputFormat.Type]) -> String? {
    formats.first { format in
      format.fileEndings.contains(word) || lastWord(of: format.name) == word
        || otherNames[format.name]?.contains(word) == true
    }?.name
  }

  private static func lastWord(of name: String) -> String {
    name.split(separator: " ").last.map(String.init) ?? name
  }

  /// What people and other programs call a format, or ask for where it is what serves.
  private static let otherNames: [String: Set<String>] = [
    TableFormat.name: ["text", "ascii", "plain", "box", "screen", "pretty"],
    JSONLinesFormat.name: ["jsonlines", "json-lines", "ldjson"],
    CSVFormat.name: ["comma", "list"],
    TSVFormat.name: ["tab", "tabs", "clipboard", "copy"],
    WorkbookFormat.name: [
      "excel", "xls", "xlsm", "ods", "spreadsheet", "sheet", "workbook", "numbers", "calc",
    ],
    MarkdownFormat.name: ["gfm"],
    HTMLFormat.name: ["web", "page"],
    ChartFormat.name: ["bar", "bars", "plot", "graph", "sparkline", "lines"],
    SVGFormat.name: ["picture", "image", "png", "jpg", "jpeg", "gif", "webp", "eps", "pdf"],
    VegaFormat.name: ["vegalite", "vega-lite", "altair"],
    CiteFormat.name: ["citation", "citations", "source", "sources", "apa"],
    BibTeXFormat.name: ["biblatex", "bibliography"],
    CSLFormat.name: ["csl-json", "csljson", "zotero"],
    JUnitFormat.name: ["xunit", "tests"],
    SQLFormat.name: ["sqlite", "sqlite3", "query"],
    PostgresSQLFormat.name: ["postgresql", "pg", "psql"],
    DuckDBSQLFormat.name: ["duck"],
  ]
}
