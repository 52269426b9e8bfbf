import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// A new file beside the place it is meant for, under a name that no one else has.
struct TemporaryFile {
  let path: String
  private let destination: String

  /// Creates the empty file.
  init(for destination: String) throws(FileError) {
    try self.init(for: destination) { path in
      let descriptor = open(path.onDisk, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { close(descriptor) }
      return descriptor >= 0
    }
  }

  #if os(Linux)
    /// Gives a file that was opened without a name a temporary one.
    init(linking descriptor: Int32, for destination: String) throws(FileError) {
      try self.init(for: destination) { path in
        linkat(
          AT_FDCWD,
          "/proc/self/fd/\(descriptor)",
          AT_FDCWD,
          path.onDisk,
          AT_SYMLINK_FOLLOW
        ) == 0
      }
    }
  #endif

  /// `create` makes the file where there is none of that name; otherwise it fails and sets `errno`.
  private init(for destination: String, create: (String) -> Bool) throws(FileError) {
    self.destination = destination
    Self.removeLeftovers(of: destination)
    var attempt = 0
    while true {
      let path = "\(destination).building-\(getpid())-\(attempt)"
      if create(path) {
        self.path = path
        return
      }
      guard errno == EEXIST else { throw FileError(destination, cannotBe: "created") }
      attempt += 1
    }
  }

  /// Removes what processes left that were killed while they made this file. SQLite keeps logs
  /// beside a database that it makes.
  static func removeLeftovers(of destination: String) {
    let files = Leftovers.of(destination, ".building-") { rest in
      rest.first == "-"
        && ["", "-wal", "-shm", "-journal"].contains(rest.dropFirst().drop(while: \.isNumber))
    }
    // Another thread of this process may be making the same file; names are counted up anyway.
    let own = ".building-\(getpid())-"
    for file in files where !file.contains(own) && FolderOfFiles.kind(of: file) == .file {
      unlink(file.onDisk)
    }
  }

  /// Puts the file into its place when all of it is on the disk.
  func publish() throws(FileError) {
    try synchronize(path)
    guard rename(path.onDisk, destination.onDisk) == 0 else {
      throw FileError(destination, cannotBe: "replaced")
    }
    // The file is in place and whole; a folder that cannot be synchronized only makes the rename
    // less durable.
    try? synchronize(folder)
  }

  /// Links the file to its final name, unless a file of that name exists, which then stays. The
  /// temporary name remains.
  func publishUnlessThere() throws(FileError) {
    try synchronize(path)
    guard link(path.onDisk, destination.onDisk) == 0 || errno == EEXIST else {
      throw FileError(destination, cannotBe: "created")
    }
  }

  func remove() {
    unlink(path.onDisk)
  }

  private var folder: String {
    guard let slash = destination.lastIndex(of: "/") else { return "." }
    return slash == destination.startIndex ? "/" : String(destination[..<slash])
  }

  private func synchronize(_ path: String) throws(FileError) {
    let descriptor = open(path.onDisk, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path, cannotBe: "opened") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError(path, cannotBe: "written") }
  }
}
