import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// A file for what memory is not meant to hold: one thread adds to it, and every thread reads. No
/// one else sees it, and it disappears with the process, however the process ends.
final class ScratchFile: @unchecked Sendable {
  private let descriptor: Int32
  private let folder: String
  /// In bytes.
  private(set) var size = 0

  init(in folder: String) throws(FileMistake) {
    self.folder = folder
    var name = "\(folder)/import-XXXXXX".onDisk
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw Self.failure(folder) }
    unlink(name)
  }

  deinit { close(descriptor) }

  private static func failure(_ folder: String) -> FileMistake {
    .unwritable(folder, String(cString: strerror(errno)))
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws(FileMistake) {
    var written = 0
    while written < bytes.count {
      let count = pwrite(
        descriptor,
        bytes.baseAddress?.advanced(by: written),
        bytes.count - written,
        off_t(size + written)
      )
      guard count > 0 || errno == EINTR else { throw Self.failure(folder) }
      written += max(0, count)
    }
    size += written
  }

  func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileMistake) {
    var found = 0
    while found < bytes.count {
      let count = pread(
        descriptor,
        bytes.baseAddress?.advanced(by: found),
        bytes.count - found,
        off_t(offset + found)
      )
      guard count > 0 || count < 0 && errno == EINTR else { throw Self.failure(folder) }
      found += max(0, count)
    }
  }
}
