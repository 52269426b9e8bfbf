import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// Where imported data are kept: separate from the shipped database, so that a new version of the
/// program leaves them unchanged. https://specifications.freedesktop.org/basedir-spec/latest/
package enum ImportedFile {
  /// `$XDG_DATA_HOME/tally`; `nil` where there is no home.
  package static var folder: String? {
    (environment("XDG_DATA_HOME") ?? environment("HOME").map { $0 + "/.local/share" })
      .map { $0 + "/tally" }
  }

  /// Where what memory cannot hold lies for a while: beside the imported data, or, where nothing
  /// was imported yet, in the system's folder.
  package static var scratchFolder: String {
    if let folder, isFolder(folder) { return folder }
    return environment("TMPDIR") ?? "/tmp"
  }

  package static var path: String? { folder.map { $0 + "/imported.db" } }

  /// The file, if something was ever imported.
  package static var existing: String? { path.flatMap { DatabaseFile.exists($0) ? $0 : nil } }

  /// The version of its tables that this program writes.
  static let version = 7
  /// The versions that it reads; earlier ones are brought up to date before anything else.
  private static let versions = 5...version

  /// Refuses a file that does not hold imported data.
  package static func check(_ path: String) throws(DatabaseFileError) {
    try DatabaseFile.check(
      path,
      versions: versions,
      remedy: "move the file away and import again"
    )
  }

  /// Creates the folder where there is none, readable only by the user.
  static func makeFolder() throws -> String {
    guard let folder else {
      throw DatabaseFileError("no folder for imported data: HOME is not set")
    }
    var path = folder.first == "/" ? "" : "."
    for part in folder.split(separator: "/") {
      path += "/" + part
      guard mkdir(path.onDisk, 0o700) != 0 else { continue }
      let failure = FileError(path, cannotBe: "created")
      guard failure.code == EEXIST || isFolder(path) else { throw failure }
    }
    return folder
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path.onDisk, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
