import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// A pipe that has a name, and whose other end may not be there yet.
package enum NamedPipe {
  /// How long the other end is waited for, in tenths of a second.
  private static let patience = 100

  /// The mode is that of a file's status.
  static func isOne(mode: Int) -> Bool { mode & Int(S_IFMT) == Int(S_IFIFO) }

  /// Opens a pipe once somebody reads it; negative where nobody does in time.
  static func openForWriting(_ path: String) -> Int32 {
    for _ in 0..<patience {
      let descriptor = open(path.onDisk, O_WRONLY | O_CLOEXEC | O_NONBLOCK)
      if descriptor >= 0 {
        block(descriptor)
        return descriptor
      }
      guard errno == ENXIO, usleep(100_000) == 0 else { return -1 }
    }
    errno = ENXIO
    return -1
  }

  /// Makes a descriptor that was opened without blocking wait for its bytes. Returns those that
  /// came meanwhile; `nil` for a pipe that nobody has opened for writing in time.
  package static func waitForWriter(_ descriptor: Int32) -> [UInt8]? {
    defer { block(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, isOne(mode: Int(status.st_mode)) else { return [] }
    for _ in 0..<patience {
      var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      // Bytes, or the end that comes when a writer has gone.
      if poll(&waited, 1, 100) != 0 { return [] }
      // A pipe that has a writer and no bytes says so; one without a writer is at its end.
      var byte: UInt8 = 0
      let count = read(descriptor, &byte, 1)
      if count > 0 { return [byte] }
      if count < 0, errno == EAGAIN { return [] }
    }
    return nil
  }

  private static func block(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
  }
}
