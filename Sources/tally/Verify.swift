import ArgumentParser
import Catalog
import Output
import Results
import Shell
import Store

/// Compares the database with what it was built with.
struct Verify: CalledCommand {
  static let name = "verify"

  static let configuration = CommandConfiguration(
    commandName: "tally " + name,
    abstract: "Tell whether the database is what was built, table by table.",
    discussion: """
      Reads the whole database, and what was imported beside it. A page that was changed is refused by every \
      question; this names the tables.
      """
  )

  static let examples = [
    "tally verify", "tally verify --database tally.db", "tally verify --errors json",
  ]

  @Option(help: "The database to verify.")
  var database: String?

  @OptionGroup var errorOptions: ErrorOptions

  var status: ExitStatus {
    let output = StandardOutput(Options(errors: errorOptions.errors))
    return output.ending {
      let path = try Run(Options(database: database)).databasePath()
      let data = try Database(reading: path)
      let differing = try data.tablesThatDiffer()
      guard differing.isEmpty else { throw DatabaseFileError.changed(differing, of: path) }
      var said = [try Self.words(path, data)]
      if let imports = ImportedFile.existing {
        try data.attach(imports: imports, waiting: .told(output))
        try data.checkImports()
        said.append("\(imports): whole")
      }
      var buffer = OutputBuffer()
      buffer.append(Terminal.style(Options()).shown(said.joined(by: "\n")) + "\n")
      try output.write(&buffer)
      return .done
    }
  }

  private static func words(_ path: String, _ data: Database) throws -> String {
    guard let edition = StoredCatalog(data).edition() else { return path }
    return
      "\(path): as it was built, \(grouped(edition.tables)) tables with \(grouped(edition.rows)) rows, "
      + "checksum \(edition.checksum)"
  }
}

extension DatabaseFileError {
  /// Tables that do not hold what they were built with.
  fileprivate static func changed(_ tables: [String], of path: String) -> DatabaseFileError {
    let most = 20
    let names = tables.prefix(most).map { "`\($0)`" }.joined(by: ", ")
    let more = tables.count > most ? " and \(tables.count - most) more" : ""
    let subject = tables.count == 1 ? "1 table is" : "\(tables.count) tables are"
    return DatabaseFileError(
      "\(path): \(subject) not as built: \(names)\(more)\n"
        + "hint: `tally build-database` or the package makes the file anew"
    )
  }
}
