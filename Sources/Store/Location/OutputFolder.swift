#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// A folder of files that is made whole or not at all.
package struct OutputFolder {
  private let path: String
  /// A file that tells a folder of the same kind, which may be replaced.
  private let mark: String

  package init(path: String, mark: String) {
    self.path = path.last == "/" && path.utf8.count > 1 ? String(path.dropLast()) : path
    self.mark = mark
  }

  /// Writes the files, by paths inside the folder of at most one level.
  package func write(_ files: [(path: String, contents: [UInt8])]) throws(FileError) {
    try checkPlace()
    let draft = "\(path).building-\(getpid())"
    do {
      try make(draft)
      for file in files {
        if let slash = file.path.lastIndex(of: "/") { try make("\(draft)/\(file.path[..<slash])") }
        try write(file.contents, to: "\(draft)/\(file.path)")
      }
      try publish(draft)
    } catch {
      Self.remove(draft)
      throw error
    }
  }

  /// What is there must be nothing, an empty folder, or one of the same kind.
  private func checkPlace() throws(FileError) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw FileError(path, cannotBe: "made a folder", code: EEXIST)
    }
    let isEmpty = FolderListing(of: path).entries.isEmpty
    guard isEmpty || access("\(path)/\(mark)", F_OK) == 0 else {
      throw FileError(path, cannotBe: "replaced", code: ENOTEMPTY)
    }
  }

  private func make(_ folder: String) throws(FileError) {
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw FileError(path, cannotBe: "created")
    }
  }

  private func write(_ contents: [UInt8], to path: String) throws(FileError) {
    let file = try OutputFile(path: path)
    try file.write(contents)
    try file.publish()
  }

  /// Puts the old folder aside, the new one into its place, and takes the old one away.
  private func publish(_ draft: String) throws(FileError) {
    let old = "\(path).replaced-\(getpid())"
    let wasThere = rename(path, old) == 0
    guard rename(draft, path) == 0 else {
      let failure = FileError(path, cannotBe: "created")
      if wasThere { rename(old, path) }
      throw failure
    }
    if wasThere { Self.remove(old) }
  }

  private static func remove(_ folder: String) {
    for entry in FolderListing(of: folder).entries {
      let path = "\(folder)/\(entry.name)"
      if entry.isFolder { remove(path) } else { unlink(path) }
    }
    rmdir(folder)
  }
}
