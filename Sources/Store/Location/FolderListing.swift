#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// What lies in a folder, by name.
package struct FolderListing {
  /// A file or folder that lies in the folder.
  package struct Entry: Equatable, Sendable {
    package let name: String
    package let isFolder: Bool
  }

  package let entries: [Entry]

  /// Empty where there is no such folder, or none that can be read.
  package init(of folder: String) {
    guard let stream = opendir(folder) else {
      entries = []
      return
    }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      entries.append(Entry(name: name, isFolder: Self.isFolder("\(folder)/\(name)")))
    }
    self.entries = entries.sorted { $0.name < $1.name }
  }

  /// Whether there is a folder at a path, or a link to one.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
