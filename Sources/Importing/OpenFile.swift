import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// An ordinary file that is open for reading.
final class OpenFile: ByteSource {
  let descriptor: Int32
  /// In bytes.
  let size: Int
  private let path: String
  private let changed: Int

  /// Opens a file by its path.
  convenience init(_ path: String) throws(FileMistake) {
    // Opened without blocking: a pipe is told from a file before anything is waited for.
    try self.init(open(path.onDisk, O_RDONLY | O_CLOEXEC | O_NONBLOCK), path: path)
  }

  /// Takes over a descriptor, which is negative where nothing could be opened.
  init(_ descriptor: Int32, path: String) throws(FileMistake) {
    self.descriptor = descriptor
    self.path = path
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      (size, changed) = (0, 0)
      guard !path.hasPrefix("http://"), !path.hasPrefix("https://") else {
        let name = path.split(separator: "/").last.map(String.init) ?? "table"
        throw FileMistake(
          path,
          "is an address, and nothing is fetched from a network",
          hint: "curl fetches it",
          try: [
            .making(
              "curl --location --output \(name.asShellWord) \(path.asShellWord)",
              path: name
            )
          ]
        )
      }
      throw Self.unreadable(path, errno)
    }
    (size, changed) = (Int(status.st_size), Self.changed(status))
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw FileMistake(path, "is a folder", try: [.line("ls \(path.asShellWord)")])
    }
  }

  /// A file that is not there may be another one of its folder.
  private static func unreadable(_ path: String, _ code: Int32) -> FileMistake {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "."
    return FileMistake(
      path,
      "cannot be read: \(String(cString: strerror(code)))",
      try: [.line("ls -l \((code == ENOENT ? folder : path).asShellWord)")]
    )
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Whether its bytes can be read again; not so of pipes and terminals.
  var isOrdinary: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

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
        throw Self.unreadable(path, errno)
      }
    }
    return count
  }

  /// Refuses a file that was written while it was read: what was counted would be neither the old
  /// nor the new one.
  func checkUnchanged() throws(FileMistake) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, Self.changed(status) == changed,
      Int(status.st_size) == size
    else {
      throw FileMistake(
        path,
        "was changed while it was read",
        hint: "import it once it is whole",
        try: [.options(adding: [])]
      )
    }
  }

  /// The time of the last change, in nanoseconds.
  private static func changed(_ status: stat) -> Int {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
  }
}
