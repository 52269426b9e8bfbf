import Diagnostics

/// A Frictionless data package as far as an import needs it: tables with the names of their fields.
/// https://specs.frictionlessdata.io/data-package/
package struct DataPackageFile {
  /// One table of the package: its file, and the names of its fields in order.
  package struct Resource {
    /// Relative to the folder of the package.
    package let path: String
    package let name: String
    package let title: String
    package let fields: [String]
    /// The question that the table answers; empty where it says none.
    package let question: String
    /// Number of rows whose periods the answer held in part.
    package let partialRows: Int
  }

  package let title: String
  /// Of the package's first source; empty where it has none.
  package let source: String
  package let url: String
  package let resources: [Resource]

  /// Reads `datapackage.json`. SQLite reads JSON: the program needs no other JSON reader.
  package init(reading path: String) throws {
    let text = try FileBytes(reading: path).text
    let database = try Database(creating: ":memory:")
    func value(_ place: String) throws -> String {
      let statement = try database.prepare("SELECT coalesce(json_extract(?, ?), '')")
      statement.bind(text, at: 0)
      statement.bind(place, at: 1)
      return try statement.step() ? statement.text(at: 0) : ""
    }
    let check = try database.prepare("SELECT json_valid(?)")
    check.bind(text, at: 0)
    guard try check.step(), check.integer(at: 0) == 1 else {
      throw FileMistake(path, "is not JSON", try: [.line("jq . \(path.asShellWord)")])
    }
    title = try value("$.title")
    source = try value("$.sources[0].title")
    url = try value("$.sources[0].path")
    let rows = try database.prepare(
      """
      SELECT coalesce(value ->> 'path', ''), coalesce(value ->> 'name', ''),
        coalesce(value ->> 'title', ''),
        (SELECT group_concat(fields.value ->> 'name', char(10))
         FROM json_each(resource.value, '$.schema.fields') AS fields),
        coalesce(value ->> 'question', ''), coalesce(value ->> 'partialRows', 0)
      FROM json_each(?, '$.resources') AS resource
      """
    )
    rows.bind(text, at: 0)
    var resources: [Resource] = []
    while try rows.step() {
      resources.append(
        Resource(
          path: rows.text(at: 0),
          name: rows.text(at: 1),
          title: rows.text(at: 2),
          fields: rows.text(at: 3).separated(by: "\n").filter { !$0.isEmpty },
          question: rows.text(at: 4),
          partialRows: rows.integer(at: 5)
        )
      )
    }
    self.resources = resources.filter { $0.path.hasSuffix(".csv") }
    guard !self.resources.isEmpty else {
      throw FileMistake(
        path,
        "holds no table in CSV",
        try: [.line("jq .resources \(path.asShellWord)")]
      )
    }
    guard self.resources.allSatisfy({ Self.isInside($0.path) }) else {
      throw FileMistake(
        path,
        "names a file outside of its folder",
        try: [.line("jq '.resources[].path' \(path.asShellWord)")]
      )
    }
  }

  /// The files that an export wrote into a folder, by paths inside it; `nil` where none did.
  package static func files(writtenInto folder: String) -> [String]? {
    let description = "datapackage.json"
    guard FolderOfFiles.kind(of: "\(folder)/\(description)") == .file,
      let text = try? FileBytes(reading: "\(folder)/\(description)").text,
      let database = try? Database(creating: ":memory:"),
      let paths = try? paths(of: text, database)
    else { return nil }
    return paths + [description]
  }

  /// The tables of a description that this program generated, without paths that it would not have
  /// written; `nil` for any other description.
  private static func paths(of text: String, _ database: Database) throws -> [String]? {
    let generator = try database.prepare(
      "SELECT json_extract(?1, '$.generator') LIKE 'Tally %' WHERE json_valid(?1)"
    )
    generator.bind(text, at: 0)
    guard try generator.step(), generator.integer(at: 0) == 1 else { return nil }
    let rows = try database.prepare(
      "SELECT coalesce(value ->> 'path', '') FROM json_each(?, '$.resources')"
    )
    rows.bind(text, at: 0)
    var paths: [String] = []
    while try rows.step() { paths.append(rows.text(at: 0)) }
    return paths.filter { path in
      let parts = path.separated(by: "/")
      return parts.count == 2 && parts[0] == "data" && parts[1].hasSuffix(".csv")
    }
  }

  /// As the standard requires: no absolute path, no `..`, no address.
  private static func isInside(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.contains("://")
      && !path.separated(by: "/").contains("..")
  }
}
