package import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// A file of comma-separated values that is to be read once from its beginning to its end, and is
/// never held whole.
package final class SourceFile: @unchecked Sendable {
  /// The path as shown and recorded, on one line.
  package let path: String
  /// In bytes.
  package let size: Int
  private let descriptor: Int32
  private let changed: timespec

  package init(reading path: String) throws(FileMistake) {
    // Opened without blocking: a pipe is refused below instead of waited for.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    self.path = path.onOneLine
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      (size, changed) = (0, timespec())
      throw FileMistake(path, "cannot be read: \(String(cString: strerror(errno)))")
    }
    (size, changed) = (Int(status.st_size), Self.changed(status))
    guard status.st_mode & S_IFMT == S_IFREG else {
      let reason = status.st_mode & S_IFMT == S_IFDIR ? "is a folder" : "is not an ordinary file"
      throw FileMistake(path, reason)
    }
    try refuseOtherKinds()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The part of the path after the last slash.
  package var name: String { String(path.split(separator: "/").last ?? "") }

  /// Reads some bytes from a place in the file; fewer than asked for only at its end.
  func read(
    into bytes: UnsafeMutableRawBufferPointer,
    at offset: Int
  ) throws(FileMistake) -> Int {
    var count = 0
    while count < bytes.count {
      let result = pread(
        descriptor,
        bytes.baseAddress?.advanced(by: count),
        bytes.count - count,
        off_t(offset + count)
      )
      if result == 0 { break }
      if result > 0 {
        count += result
      } else if errno != EINTR {
        throw FileMistake(path, "cannot be read: \(String(cString: strerror(errno)))")
      }
    }
    return count
  }

  /// Refuses a file that was written while it was read: what was counted would be neither the old
  /// nor the new one.
  package func checkUnchanged() throws(FileMistake) {
    var status = stat()
    let now =
      fstat(descriptor, &status) == 0 ? Self.changed(status) : timespec(tv_sec: -1, tv_nsec: 0)
    guard now.tv_sec == changed.tv_sec, now.tv_nsec == changed.tv_nsec,
      Int(status.st_size) == size
    else { throw FileMistake(path, "was changed while it was read") }
  }

  private static func changed(_ status: stat) -> timespec {
    #if canImport(Darwin)
      status.st_mtimespec
    #else
      status.st_mtim
    #endif
  }

  /// Other kinds of files, recognized by their first bytes and not by their names.
  private func refuseOtherKinds() throws(FileMistake) {
    let kinds: [(start: [UInt8], what: String, hint: String)] = [
      (
        [0x50, 0x4b, 0x03, 0x04], "a ZIP archive or a workbook",
        "unpack it, or save the sheet as CSV"
      ),
      ([0x1f, 0x8b], "compressed with gzip", "unpack it first"),
      ([0x28, 0xb5, 0x2f, 0xfd], "compressed with zstd", "unpack it first"),
      ([0xd0, 0xcf, 0x11, 0xe0], "an old workbook", "save the sheet as CSV"),
      (Array("%PDF".utf8), "a PDF", "the publisher may offer the table as CSV"),
      (Array("SQLite format 3".utf8), "an SQLite database", "write the table as CSV first"),
      (Array("PAR1".utf8), "a Parquet file", "write it as CSV first"),
      ([0xff, 0xfe], "written in UTF-16", "save it as UTF-8"),
      ([0xfe, 0xff], "written in UTF-16", "save it as UTF-8"),
    ]
    var start = [UInt8](repeating: 0, count: 16)
    let count: Int
    do {
      count = try start.withUnsafeMutableBytes { bytes in try read(into: bytes, at: 0) }
    } catch let mistake as FileMistake {
      throw mistake
    } catch {
      preconditionFailure("reading fails in a way of its own: \(error)")
    }
    guard count > 0 else { throw FileMistake(path, "the file is empty") }
    for kind in kinds where start[..<count].starts(with: kind.start) {
      throw FileMistake(path, "is \(kind.what), and not comma-separated values", hint: kind.hint)
    }
  }
}
