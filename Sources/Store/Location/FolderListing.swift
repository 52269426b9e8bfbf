import Diagnostics

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
    entries = Self.names(in: folder).sorted().map {
      Entry(name: $0, isFolder: Self.isFolder("\(folder)/\($0)"))
    }
  }

  /// In no order.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder.onDisk) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(fileName: bytes.prefix { $0 != 0 })
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Whether there is a folder at a path, or a link to one.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path.onDisk, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
