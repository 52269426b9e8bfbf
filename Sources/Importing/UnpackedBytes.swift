private import CZlib
import Diagnostics
import Synchronization

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// What a file that is compressed with gzip unpacks to.
final class UnpackedBytes: ByteSource, @unchecked Sendable {
  private let file: OpenFile
  private let path: String
  private let stream: Mutex<Stream>

  private struct Stream: @unchecked Sendable {
    let handle: gzFile?
  }

  init(_ file: OpenFile, path: String) {
    (self.file, self.path) = (file, path)
    let own = dup(file.descriptor)
    lseek(own, 0, SEEK_SET)
    let handle = gzdopen(own, "rb")
    if handle == nil { close(own) }
    gzbuffer(handle, 1 << 17)
    stream = Mutex(Stream(handle: handle))
  }

  deinit { stream.withLock { _ = gzclose($0.handle) } }

  /// Four times the compressed bytes: how many there are is known only at the end.
  var size: Int { file.size * 4 }

  func read(
    into bytes: UnsafeMutableRawBufferPointer,
    at offset: Int
  ) throws(FileMistake) -> Int {
    let count: Int = stream.withLock { stream in
      guard let handle = stream.handle else { return -1 }
      if gztell(handle) != offset, gzseek(handle, offset, SEEK_SET) != offset { return -1 }
      let count = Int(gzread(handle, bytes.baseAddress, UInt32(min(bytes.count, 1 << 30))))
      // A file that was cut off ends early, and says so only here.
      var code = Z_OK
      _ = gzerror(handle, &code)
      return code == Z_OK || code == Z_STREAM_END ? count : -1
    }
    guard count >= 0 else {
      throw FileMistake(
        path,
        "is damaged: it cannot be unpacked",
        hint: "download it again",
        try: [.line("gzip --test \(path.asShellWord)")]
      )
    }
    return count
  }
}
