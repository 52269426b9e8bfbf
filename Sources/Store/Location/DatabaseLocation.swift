import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// Finds the database: where it is named, beside the program, installed with it, or built from a
/// seed nearby into the cache folder.
package struct DatabaseLocation {
  /// What `--database` names.
  package let named: String?
  /// The folder that the program lies in.
  package let programFolder: String?

  package init(named: String?, programFolder: String?) {
    self.named = named
    self.programFolder = programFolder
  }

  /// A database file, or a seed to build one from.
  package enum Found: Equatable {
    case file(String)
    /// Not built yet: from this seed, to this file.
    case toBuild(seed: String, schema: String, output: String)
  }

  /// The first of: `--database`, `TALLY_DATABASE`, an installed database, a seed nearby. Throws a
  /// ``DatabaseFileError`` where there is none.
  package func find() throws -> Found {
    if let named { return .file(named) }
    if let variable = environment("TALLY_DATABASE") { return .file(variable) }
    for candidate in installed where DatabaseFile.exists(candidate) { return .file(candidate) }
    guard
      let seed = [programFolder, currentFolder].lazy.compactMap({ $0 }).compactMap(SeedFolder.at)
        .first
    else {
      throw DatabaseFileError(
        "no database: `--database FILE` or TALLY_DATABASE names one, and `tally build-database` "
          + "makes one from a clone of the project"
      )
    }
    let output = try cacheFolder() + "/seed-\(seed.fingerprint()).db"
    return DatabaseFile.exists(output)
      ? .file(output) : .toBuild(seed: seed.seed, schema: seed.schema, output: output)
  }

  private var installed: [String] {
    programFolder.map { [$0 + "/tally.db", $0 + "/../share/tally/tally.db"] } ?? []
  }

  /// `$XDG_CACHE_HOME/tally`, made when it is not there.
  private func cacheFolder() throws -> String {
    guard
      let base = environment("XDG_CACHE_HOME") ?? environment("HOME").map({ $0 + "/.cache" })
    else { throw DatabaseFileError("no folder for the database: HOME is not set") }
    for folder in [base, base + "/tally"] {
      guard mkdir(folder.onDisk, 0o755) == 0 || errno == EEXIST else {
        throw FileError(folder, cannotBe: "created")
      }
    }
    return base + "/tally"
  }
}

/// The folder that the program was started in.
package var currentFolder: String? {
  getcwd(nil, 0).map { path in
    defer { free(path) }
    return String(fileName: path)
  }
}

/// A variable of the environment; `nil` when it is not set or empty.
package func environment(_ name: String) -> String? {
  getenv(name).map { String(fileName: $0) }.flatMap { $0.isEmpty ? nil : $0 }
}
