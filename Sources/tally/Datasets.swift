import ArgumentParser
import Output
import Shell
import Store

/// Lists what was imported.
struct Datasets: ParsableCommand {
  static let name = "datasets"

  static let configuration = CommandConfiguration(
    commandName: "tally " + name,
    abstract: "List what was imported; `tally describe NAME` tells more of one.",
    discussion: "Tables that come with the program are listed by `tally show datasets`."
  )

  @Flag(help: "Tell of each what its columns were taken for, and its check sum.")
  var long = false

  @Option(help: "The database beside which they were imported.")
  var database: String?

  var status: ExitStatus {
    let output = StandardOutput()
    return output.ending {
      guard let imports = ImportedFile.existing else {
        return try say("nothing was imported; `tally import FILE` imports a file", output)
      }
      let data = try Database(reading: Run(Options(database: database)).databasePath())
      try data.attach(imports: imports)
      return try say(ImportList(data.importRecords(), isLong: long).text, output)
    }
  }

  private func say(_ text: String, _ output: StandardOutput) throws -> ExitStatus {
    var buffer = OutputBuffer()
    buffer.append(Terminal.style(Options()).shown(text) + "\n")
    try output.write(&buffer)
    return .done
  }
}

/// Takes imports away.
struct Drop: ParsableCommand {
  static let name = "drop"

  static let configuration = CommandConfiguration(
    commandName: "tally " + name,
    abstract: "Take away what was imported, by the names that `tally datasets` lists."
  )

  @Argument(help: "Names of imports.")
  var names: [String]

  @Option(help: "The database beside which they were imported.")
  var database: String?

  var status: ExitStatus {
    let output = StandardOutput()
    return output.ending {
      guard ImportedFile.existing != nil else {
        throw DatabaseFileError("nothing was imported")
      }
      let data = try ImportedData(changing: Run(Options(database: database)).databasePath())
      do {
        let known = try data.records()
        for name in names {
          guard let record = known.first(where: { $0.key == name }) else {
            throw ImportList(known, isLong: false).unknown(name)
          }
          try data.drop(record)
        }
        try data.commit()
      } catch {
        data.rollBack()
        throw error
      }
      data.shrink()
      return .done
    }
  }
}
