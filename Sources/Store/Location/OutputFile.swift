import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// A file that answers are written to: whole under its name, or not there at all.
///
/// Until it is complete it has no name, where the system allows that, so that a program that is
/// killed leaves nothing behind. A link leads to the file that is written. A file that is not an
/// ordinary one, such as a device or a pipe, is written to directly; a pipe needs its reader.
package final class OutputFile {
  package let path: String
  private let draft: Draft
  private let descriptor: Int32
  private var isOpen = true
  /// Number of bytes written.
  package private(set) var length = 0

  /// The descriptor that is written to until the end.
  private enum Draft {
    case direct
    /// A file without a name, meant for a place.
    case nameless(place: String)
    case named(TemporaryFile)
  }

  package init(path: String) throws(FileError) {
    self.path = path
    guard !path.isEmpty else { throw FileError("\"\"", cannotBe: "created", code: ENOENT) }
    var status = stat()
    guard stat(path.onDisk, &status) == 0 else {
      let place = try LinkTarget.of(path)
      (draft, descriptor) = try Self.draft(for: place, shownAs: path, mode: nil)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      guard access(path.onDisk, W_OK) == 0 else { throw FileError(path, cannotBe: "written") }
      // For a link, the file that it points to.
      let place = realpath(path.onDisk, nil)
      defer { free(place) }
      let target = place.map { String(fileName: $0) } ?? path
      (draft, descriptor) = try Self.draft(
        for: target,
        shownAs: path,
        mode: status.st_mode & 0o7777
      )
    case S_IFDIR: throw FileError(path, cannotBe: "written", code: EISDIR)
    default:
      draft = .direct
      descriptor =
        NamedPipe.isOne(mode: Int(status.st_mode))
        ? NamedPipe.openForWriting(path) : open(path.onDisk, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw FileError(
          path,
          cannotBe: "written",
          code: errno,
          because: errno == ENXIO ? "nobody reads this pipe" : nil
        )
      }
    }
  }

  deinit { if isOpen { discard() } }

  /// A new file beside a place, with the permissions of the one that it replaces.
  private static func draft(
    for place: String,
    shownAs path: String,
    mode: mode_t?
  ) throws(FileError) -> (Draft, Int32) {
    #if os(Linux)
      // `O_TMPFILE`, which Swift does not import.
      let flags = 0o20000000 | O_DIRECTORY | O_WRONLY | O_CLOEXEC
      let nameless = open(folder(of: place).onDisk, flags, 0o666)
      if nameless >= 0 {
        if let mode { fchmod(nameless, mode) }
        return (.nameless(place: place), nameless)
      }
    #endif
    let temporary = try TemporaryFile(for: place)
    let named = open(temporary.path.onDisk, O_WRONLY | O_CLOEXEC)
    guard named >= 0 else {
      let failure = FileError(path, cannotBe: "written")
      temporary.remove()
      throw failure
    }
    if let mode { fchmod(named, mode) }
    return (.named(temporary), named)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

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

  /// Truncates the file to a length, where that is possible.
  package func truncate(to length: Int) throws(FileError) {
    guard length < self.length else { return }
    if case .direct = draft { return }
    guard ftruncate(descriptor, off_t(length)) == 0,
      lseek(descriptor, off_t(length), SEEK_SET) >= 0
    else { throw FileError(path, cannotBe: "written") }
    self.length = length
  }

  /// Gives the complete file its name.
  package func publish() throws(FileError) {
    defer { close() }
    switch draft {
    case .direct: return
    case .named(let temporary): try Self.publish(temporary)
    case .nameless(let place):
      guard fsync(descriptor) == 0 else { throw FileError(path, cannotBe: "written") }
      try Self.publish(try TemporaryFile(linking: descriptor, for: place))
    }
  }

  private static func publish(_ temporary: TemporaryFile) throws(FileError) {
    do {
      try temporary.publish()
    } catch {
      temporary.remove()
      throw error
    }
  }

  /// Discards the new file; an existing file of its name is left unchanged.
  package func discard() {
    close()
    if case .named(let temporary) = draft { temporary.remove() }
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
