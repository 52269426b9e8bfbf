import Diagnostics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension HistoryFile {
  /// Entries from the oldest to the newest, none twice, and what had to be done to get at them.
  struct Contents {
    let entries: [String]
    let warning: String?
  }

  /// Reads the newest entries. A file that is not a history, or a damaged one, is moved aside and
  /// never lost.
  func load(newest limit: Int) throws(Failure) -> Contents {
    guard var tail = try readTail() else { return Contents(entries: [], warning: nil) }
    var entries: [String] = []
    var seen: Set<String> = []
    var isSound = tail.hasHeader
    while tail.hasHeader, entries.count < limit, let line = tail.takeLastLine() {
      guard let entry = HistoryEntry(encoded: line)?.text else {
        isSound = false
        continue
      }
      if seen.insert(entry).inserted { entries.append(entry) }
    }
    entries.reverse()
    guard !isSound else { return Contents(entries: entries, warning: nil) }
    return Contents(entries: entries, warning: try startAnew(with: entries))
  }

  /// Moves the file aside and continues with the entries that could be read.
  private func startAnew(with entries: [String]) throws(Failure) -> String {
    let kept = unusedPath
    guard rename(path.onDisk, kept.onDisk) == 0 else { throw Failure("move aside", path) }
    if !entries.isEmpty { try append(lines: entries.flatMap { HistoryEntry($0).encoded }) }
    return "the history was damaged; the old file is kept as `\(kept)`"
  }

  /// `history.damaged`, or a numbered one: what was kept before stays.
  private var unusedPath: String {
    let name = path + ".damaged"
    guard access(name.onDisk, F_OK) == 0 else { return name }
    let number = (2...).first { access("\(name).\($0)".onDisk, F_OK) != 0 } ?? 0
    return "\(name).\(number)"
  }
}

/// The end of the file, which holds the newest entries.
private struct Tail {
  let hasHeader: Bool
  /// Whole lines.
  var bytes: ArraySlice<UInt8>

  mutating func takeLastLine() -> ArraySlice<UInt8>? {
    let end = UInt8(ascii: "\n")
    while bytes.last == end { bytes = bytes.dropLast() }
    guard !bytes.isEmpty else { return nil }
    let start = bytes.lastIndex(of: end).map { $0 + 1 } ?? bytes.startIndex
    defer { bytes = bytes[..<start] }
    return bytes[start...]
  }
}

extension HistoryFile {
  /// The most bytes that are read: the file grows for years, and the start must not get slower with
  /// it.
  private static let tailLength = 256 * 1024

  /// `nil` where there is no file, or an empty one.
  private func readTail() throws(Failure) -> Tail? {
    // Without O_NONBLOCK, opening a named pipe would wait for its writer.
    let file = open(path.onDisk, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw Failure("read", path)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Failure("read", path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(notAFile: path) }
    let size = Int(status.st_size)
    guard size > 0 else { return nil }
    let start = max(0, size - HistoryFile.tailLength)
    let header = HistoryEntry.fileHeader
    let beginning = try read(file, from: 0, count: header.count)
    let bytes = try read(file, from: start, count: size - start)
    // The first line is the header, or the rest of one that began before the tail.
    return Tail(
      hasHeader: beginning == header,
      bytes: bytes.drop { $0 != UInt8(ascii: "\n") }
    )
  }

  private func read(_ file: Int32, from start: Int, count: Int) throws(Failure) -> [UInt8] {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(file, buffer.baseAddress, count, off_t(start)))
    }
    guard !bytes.isEmpty else { throw Failure("read", path) }
    return bytes
  }
}
