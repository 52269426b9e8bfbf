import Results

/// The sources as CSL JSON, which Zotero, pandoc and Quarto read.
package struct CSLFormat: CitationFormat {
  package static let name = "cite csl"
  package static let summary = "the sources as CSL JSON, for Zotero, pandoc, Quarto"
  package static let fileEndings: [String] = []

  package init(style: OutputStyle) {}

  func write(_ sources: [Citation], into output: inout OutputBuffer) {
    JSONValue.array(sources.map(\.item)).write(into: &output, indent: 0)
    output.append("\n")
  }
}

extension Citation {
  fileprivate var item: JSONValue {
    let parts = dateParts
    return .object(
      [
        ("id", .text(key)), ("type", .text("dataset")),
        ("title", .text(title.isEmpty ? text : title)),
      ]
        + (publisher.isEmpty
          ? []
          : [
            ("author", .array([.object([("literal", .text(publisher))])])),
            ("publisher", .text(publisher)),
          ])
        + (parts.isEmpty
          ? []
          : [
            (
              "issued",
              .object([("date-parts", .array([.array(parts.map(JSONValue.number))]))])
            )
          ])
        + [("section", table), ("URL", url), ("note", periods)]
        .filter { !$0.1.isEmpty }.map { ($0.0, .text($0.1)) }
    )
  }
}
