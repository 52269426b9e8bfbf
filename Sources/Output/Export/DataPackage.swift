import Catalog
import Results

/// Tables with everything that is known of them, as the Data Package standard defines it.
package struct DataPackage {
  private let title: String
  private let tables: [(name: String, table: PackagedTable)]

  /// Tables of the same name are distinguished by numbers.
  package init(title: String, tables: [PackagedTable]) {
    self.title = title
    var names: Set<String> = []
    self.tables = tables.map { table in
      let own = table.suggestedName.isEmpty ? "table" : table.suggestedName
      let name =
        names.contains(own)
        ? (2...).lazy.map { "\(own)-\($0)" }.first { !names.contains($0) } ?? own : own
      names.insert(name)
      return (name, table)
    }
  }

  /// Paths inside the folder of the package, and what lies there.
  package var files: [(path: String, contents: OutputBuffer)] {
    tables.map { ("data/\($0.name).csv", $0.table.contents) } + [("datapackage.json", description)]
  }

  private var description: OutputBuffer {
    let version = tables.first?.table.head.subject?.version ?? ""
    let value = JSONValue.object([
      ("profile", .text("tabular-data-package")),
      ("name", .text(title.isEmpty ? "tally" : title)),
      ("title", .text(tables.map { $0.table.head.subject?.title ?? "" }.joined(separator: "; "))),
      (
        "resources",
        .array(tables.map { $0.table.resource(named: $0.name, path: "data/\($0.name).csv") })
      ),
      ("licenses", .array([license])),
      ("generator", .text("Tally " + version)),
    ])
    var output = OutputBuffer()
    value.write(into: &output, indent: 0)
    output.append("\n")
    return output
  }

  /// Figures of the federal government are in the public domain; for others, see the sources.
  private var license: JSONValue {
    .object([
      ("name", .text("other-pd")),
      ("title", .text("Works of the United States Government; see the sources of each table")),
      ("path", .text("https://www.usa.gov/government-copyright")),
    ])
  }
}
