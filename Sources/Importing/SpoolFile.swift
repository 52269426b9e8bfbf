import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// Bytes put on disk because memory is bounded, in a file that no one else sees and that disappears
/// with the process, however the process ends.
final class SpoolFile {
  private let descriptor: Int32
  private let folder: String
  private var buffer: [UInt8] = []

  init(in folder: String) throws(FileMistake) {
    self.folder = folder
    var name = "\(folder)/import-XXXXXX".onDisk
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw Self.failure(folder) }
    unlink(name)
    buffer.reserveCapacity(Self.step)
  }

  deinit { close(descriptor) }

  private static let step = 1 << 18

  func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(FileMistake) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.step { try flush() }
  }

  func append(_ byte: UInt8) { buffer.append(byte) }

  /// What was written, for reading. Nothing can be added any more.
  func reading(as path: String) throws(FileMistake) -> OpenFile {
    try flush()
    return try OpenFile(dup(descriptor), path: path)
  }

  private func flush() throws(FileMistake) {
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      }
      guard count > 0 || errno == EINTR else { throw Self.failure(folder) }
      written += max(0, count)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func failure(_ folder: String) -> FileMistake {
    .unwritable(folder, String(cString: strerror(errno)))
  }

  /// Everything that comes out of a pipe or a terminal, read to its end.
  static func holding(
    _ pipe: OpenFile,
    as path: String,
    in folder: String
  ) throws(FileMistake) -> OpenFile {
    let file = try SpoolFile(in: folder)
    _ = fcntl(pipe.descriptor, F_SETFL, fcntl(pipe.descriptor, F_GETFL) & ~O_NONBLOCK)
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: step, alignment: 16)
    defer { bytes.deallocate() }
    while true {
      let count = read(pipe.descriptor, bytes.baseAddress, bytes.count)
      if count == 0 { break }
      if count > 0 {
        let own = UnsafeRawBufferPointer(rebasing: bytes[..<count])
        try file.append(own.assumingMemoryBound(to: UInt8.self))
      } else if errno != EINTR {
        throw FileMistake(
          path,
          "cannot be read: \(String(cString: strerror(errno)))",
          try: [.options(adding: [])]
        )
      }
    }
    return try file.reading(as: path)
  }
}
