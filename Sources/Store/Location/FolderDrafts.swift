import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// The folders beside a place in which a new one is built, and into which the old one is put, for a
/// moment. A process that is killed leaves them behind; the next one removes them.
struct FolderDrafts {
  private let place: String
  private let written: (String) -> [String]?

  init(of place: String, written: @escaping (String) -> [String]?) {
    self.place = place
    self.written = written
  }

  /// Where this process builds.
  var own: String { "\(place)\(Self.building)\(getpid())" }
  /// Where this process puts the old folder.
  var replaced: String { "\(place)\(Self.replaced)\(getpid())" }

  private static let building = ".building-"
  private static let replaced = ".replaced-"

  /// Removes what processes that no longer run left behind: from drafts only what a draft holds,
  /// from old folders only what was written.
  func clear() {
    for folder in leftovers(Self.building) {
      FolderOfFiles(folder).remove(FolderOfFiles(folder).files(where: Self.isDraft))
      // A draft may consist only of the folder for its files.
      rmdir("\(folder)/data".onDisk)
      rmdir(folder.onDisk)
    }
    for folder in leftovers(Self.replaced) {
      // Its description goes last: a folder without one is empty but for folders.
      FolderOfFiles(folder).remove(written(folder) ?? [])
      rmdir("\(folder)/data".onDisk)
      rmdir(folder.onDisk)
    }
  }

  private static func isDraft(_ file: String) -> Bool {
    file.hasSuffix(".csv") || file.hasSuffix("datapackage.json") || file.contains(building)
  }

  private func leftovers(_ ending: String) -> [String] {
    Leftovers.of(place, ending).filter { FolderOfFiles.kind(of: $0) == .folder }
  }
}
