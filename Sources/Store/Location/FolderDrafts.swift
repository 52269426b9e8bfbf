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
      rmdir("\(folder)/data")
      rmdir(folder)
    }
    for folder in leftovers(Self.replaced) {
      guard let own = written(folder) else { continue }
      FolderOfFiles(folder).remove(own)
    }
  }

  private static func isDraft(_ file: String) -> Bool {
    file.hasSuffix(".csv") || file.hasSuffix("datapackage.json") || file.contains(building)
  }

  private func leftovers(_ ending: String) -> [String] {
    let slash = place.lastIndex(of: "/")
    let folder = slash.map { $0 == place.startIndex ? "/" : String(place[..<$0]) } ?? "."
    let name = slash.map { String(place[place.index(after: $0)...]) } ?? place
    return FolderListing(of: folder).entries.map(\.name).filter { entry in
      guard entry.hasPrefix(name + ending) else { return false }
      return Self.hasEnded(String(entry.dropFirst((name + ending).count)))
    }.map { "\(folder)/\($0)" }.filter { FolderOfFiles.kind(of: $0) == .folder }
  }

  /// Whether the process with an id no longer runs, or is this process, which has only just begun.
  private static func hasEnded(_ number: String) -> Bool {
    guard number.allSatisfy({ $0.isASCII && $0.isNumber }), let process = pid_t(number), process > 0
    else { return false }
    return process == getpid() || kill(process, 0) != 0 && errno == ESRCH
  }
}
