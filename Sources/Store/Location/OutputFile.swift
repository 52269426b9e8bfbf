#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// A file that answers are written to: whole under its name, or not there at all.
package final class OutputFile {
  package let path: String
  private let temporary: TemporaryFile
  private let descriptor: Int32
  private var isOpen = true
  /// Number of bytes written.
  package private(set) var length = 0

  /// Creates it under another name, beside the place it is meant for.
  package init(path: String) throws(FileError) {
    self.path = path
    temporary = try TemporaryFile(for: path)
    descriptor = open(temporary.path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let failure = FileError(path, cannotBe: "written")
      temporary.remove()
      throw failure
    }
  }

  deinit { if isOpen { discard() } }

  package func write(_ bytes: [UInt8]) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { all in
        Self.write(descriptor, all.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count > 0 {
        written += count
        length += count
      } else if errno != EINTR {
        throw FileError(path, cannotBe: "written")
      }
    }
  }

  /// Takes back what was written after a length.
  package func truncate(to length: Int) throws(FileError) {
    guard length < self.length else { return }
    guard ftruncate(descriptor, off_t(length)) == 0,
      lseek(descriptor, off_t(length), SEEK_SET) >= 0
    else { throw FileError(path, cannotBe: "written") }
    self.length = length
  }

  /// Puts it into its place.
  package func publish() throws(FileError) {
    close()
    do {
      try temporary.publish()
    } catch {
      temporary.remove()
      throw error
    }
  }

  /// Leaves what was under its name as it was.
  package func discard() {
    close()
    temporary.remove()
  }

  private func close() {
    guard isOpen else { return }
    isOpen = false
    #if canImport(Darwin)
      _ = Darwin.close(descriptor)
    #else
      _ = Glibc.close(descriptor)
    #endif
  }

  private static func write(
    _ descriptor: Int32,
    _ bytes: UnsafeRawPointer?,
    _ count: Int
  ) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, bytes, count)
    #else
      Glibc.write(descriptor, bytes, count)
    #endif
  }
}
