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
    entries = ((try? Self.names(in: folder)) ?? []).sorted().map {
      Entry(name: $0, isFolder: Self.isFolder("\(folder)/\($0)"))
    }
  }

  /// The names of everything in a folder, in no order.
  package static func names(in folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder.onDisk) else { throw FileError(folder, cannotBe: "read") }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = Self.name(of: entry)
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw FileError(folder, cannotBe: "read") }
    return names
  }

  /// An entry is as long as its name and no longer: its field must not be copied as a whole.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    let place = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    return String(
      fileName: (UnsafeRawPointer(entry) + place).assumingMemoryBound(to: CChar.self)
    )
  }

  /// Whether there is a folder at a path, or a link to one.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path.onDisk, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
