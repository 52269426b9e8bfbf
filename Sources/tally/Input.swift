import Diagnostics
import Store

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads whole scripts and texts.
enum Input {
  /// A script: a file, or standard input for `-`.
  static func script(at path: String) throws(DatabaseFileError) -> String {
    try text(of: path, atMost: 64 << 20, otherwise: "a script takes 64 MiB at most")
  }

  /// The text of a file, or of standard input for `-`. One of more than `longest` bytes is refused:
  /// input without an end would take all memory.
  static func text(
    of path: String,
    atMost longest: Int,
    otherwise refusal: String
  ) throws(DatabaseFileError) -> String {
    let descriptor =
      path == "-" ? STDIN_FILENO : open(path.onDisk, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path) }
    defer { if path != "-" { close(descriptor) } }
    guard var bytes = path == "-" ? [] : NamedPipe.waitForWriter(descriptor) else {
      throw DatabaseFileError("\(path): nobody writes this pipe")
    }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      bytes += chunk[..<count]
      guard bytes.count <= longest else {
        throw DatabaseFileError("\(path): \(refusal)")
      }
    }
    // Bytes that are not text are an error at their line, unless the line is a comment.
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func failure(_ path: String) -> DatabaseFileError {
    DatabaseFileError("\(path): \(String(cString: strerror(errno)))")
  }
}
