import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// The whole content of a file.
///
/// Read and not mapped: if a mapped file is truncated while it is read, the program is killed.
package final class FileBytes {
  package let path: String
  private let buffer: UnsafeMutableRawBufferPointer
  private let count: Int

  package init(reading path: String) throws(FileError) {
    // Opened without blocking: a pipe is refused below instead of waited for.
    let descriptor = open(path.onDisk, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(path, cannotBe: "read") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(path, cannotBe: "read") }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileError(path, cannotBe: "read", code: EISDIR)
    default: throw FileError(path, cannotBe: "read", code: EINVAL)
    }
    let content = try Self.content(of: descriptor, size: Int(status.st_size), path: path)
    self.path = path
    (buffer, count) = content
  }

  deinit { buffer.deallocate() }

  /// Valid as long as this object.
  package var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count])
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Only as many bytes as the file had when it was opened; what is appended meanwhile is left out.
  private static func content(
    of descriptor: Int32,
    size: Int,
    path: String
  ) throws(FileError) -> (UnsafeMutableRawBufferPointer, Int) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(size, 1), alignment: 16)
    var count = 0
    while count < size {
      let result = read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
      if result == 0 { break }
      if result > 0 {
        count += result
      } else if errno != EINTR {
        let failure = FileError(path, cannotBe: "read")
        buffer.deallocate()
        throw failure
      }
    }
    return (buffer, count)
  }
}
