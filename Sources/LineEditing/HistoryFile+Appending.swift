import Diagnostics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension HistoryFile {
  /// Appends an entry, making file and folder if need be.
  func append(_ entry: String) throws(Failure) {
    try append(lines: HistoryEntry(entry).encoded)
  }

  /// Writes whole lines at once: a line of another session comes before or after, never between.
  func append(lines: [UInt8]) throws(Failure) {
    let file = try openForAppending()
    defer { close(file) }
    let isLocked = lock(file)
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Failure("write", path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(notAFile: path) }
    let bytes = beginning(of: file, size: status.st_size) + lines
    let written = write(file, bytes, bytes.count)
    guard written == bytes.count else {
      // A full disk accepts only a part, and reports the reason only at the next attempt.
      if written >= 0 { errno = ENOSPC }
      let failure = Failure("write", path)
      // A partial entry is removed, since it would be read as another one; but not without the
      // lock, since what follows may belong to another session.
      if isLocked { _ = ftruncate(file, status.st_size) }
      throw failure
    }
  }

  /// The header of a new file, or the line end that an interrupted session did not write.
  private func beginning(of file: Int32, size: off_t) -> [UInt8] {
    guard size > 0 else { return HistoryEntry.fileHeader }
    var last: UInt8 = 0
    let isWhole = pread(file, &last, 1, size - 1) == 1 && last == UInt8(ascii: "\n")
    return isWhole ? [] : [UInt8(ascii: "\n")]
  }

  private func openForAppending() throws(Failure) -> Int32 {
    let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK
    var file = open(path.onDisk, flags, 0o600)
    if file < 0, errno == ENOENT {
      makeFolders()
      file = open(path.onDisk, flags, 0o600)
    }
    guard file >= 0 else { throw Failure("write", path) }
    return file
  }

  private func makeFolders() {
    for slash in path.indices.dropFirst() where path[slash] == "/" {
      mkdir(String(path[..<slash]).onDisk, 0o700)
    }
  }

  /// Waits a moment for the other session; a lock that is never released must not hold up the
  /// prompt.
  private func lock(_ file: Int32) -> Bool {
    for _ in 0..<50 {
      if flock(file, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR else { return false }
      usleep(2_000)
    }
    return false
  }
}
