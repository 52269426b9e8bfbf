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
    self.destination = destination
    var attempt = 0
    while true {
      let path = "\(destination).building-\(getpid())-\(attempt)"
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        close(descriptor)
        self.path = path
        return
      }
      guard errno == EEXIST else { throw FileError(destination, cannotBe: "created") }
      attempt += 1
    }
  }

  /// Puts the file into its place when all of it is on the disk.
  func publish() throws(FileError) {
    try synchronize(path)
    guard rename(path, destination) == 0 else {
      throw FileError(destination, cannotBe: "replaced")
    }
    // The file is in place and whole; a folder that cannot be synchronized only makes the rename
    // less durable.
    try? synchronize(folder)
  }

  func remove() {
    unlink(path)
  }

  private var folder: String {
    guard let slash = destination.lastIndex(of: "/") else { return "." }
    return slash == destination.startIndex ? "/" : String(destination[..<slash])
  }

  private func synchronize(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path, cannotBe: "opened") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError(path, cannotBe: "written") }
  }
}
