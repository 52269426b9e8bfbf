private import CDisk
import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// A folder of files that is made whole or not at all. An existing folder is replaced only when
/// everything in it was written by an earlier run: files of others are never touched.
package struct OutputFolder {
  /// As it was given.
  private let path: String
  /// Tells which files of a folder an earlier run wrote, by paths inside it; `nil` for a folder
  /// that none did.
  private let written: (String) -> [String]?

  package init(path: String, written: @escaping (String) -> [String]?) {
    self.path = path.last == "/" && path.utf8.count > 1 ? String(path.dropLast()) : path
    self.written = written
  }

  /// A file of the folder, by its path inside it of at most one level, and what writes it.
  package struct File {
    package let path: String
    package let write: (OutputFile) throws -> Void

    package init(_ path: String, _ write: @escaping (OutputFile) throws -> Void) {
      self.path = path
      self.write = write
    }

    package init(_ path: String, contents: [UInt8]) {
      self.init(path) { try $0.write(contents) }
    }
  }

  /// Writes the files. Throws a ``FileError``, or what one of them throws.
  package func write(_ files: [File]) throws {
    let place = try placeAfterLinks()
    let old = try ownFiles(in: place)
    let drafts = FolderDrafts(of: place, written: written)
    drafts.clear()
    let draft = drafts.own
    do {
      try make(draft)
      for file in files {
        if let slash = file.path.lastIndex(of: "/") { try make("\(draft)/\(file.path[..<slash])") }
        let output = try OutputFile(path: "\(draft)/\(file.path)")
        try file.write(output)
        try output.publish()
      }
      try publish(draft, at: place, drafts, replacing: old != nil)
    } catch {
      FolderOfFiles(draft).remove(files.map(\.path))
      throw error
    }
    guard let old, !FolderOfFiles(drafts.replaced).remove(old) else { return }
    // Someone put something there in the meantime.
    throw FileError(drafts.replaced, cannotBe: "removed", code: ENOTEMPTY)
  }

  /// The folder that a link leads to; a link that leads nowhere is refused.
  private func placeAfterLinks() throws(FileError) -> String {
    guard FolderOfFiles.kind(of: path) == .link else { return path }
    let place = realpath(path.onDisk, nil)
    defer { free(place) }
    guard let place else { throw FileError(path, cannotBe: "written", code: errno) }
    return String(fileName: place)
  }

  /// The files of an earlier run; `nil` where there is no folder. Anything else that lies there is
  /// refused.
  private func ownFiles(in place: String) throws(FileError) -> [String]? {
    switch FolderOfFiles.kind(of: place) {
    case .nothing: return nil
    case .folder: break
    case .file, .link, .other: throw FileError(path, cannotBe: "made a folder", code: EEXIST)
    }
    let own = written(place) ?? []
    guard let foreign = FolderOfFiles(place).firstBeside(own) else { return own }
    throw FileError(
      path,
      cannotBe: "replaced",
      code: ENOTEMPTY,
      because: "it holds `\(foreign)`, which no export wrote"
    )
  }

  private func make(_ folder: String) throws(FileError) {
    guard mkdir(folder.onDisk, 0o777) == 0 || errno == EEXIST else {
      throw FileError(path, cannotBe: "created")
    }
  }

  /// Puts the new folder into its place, and an old one aside.
  private func publish(
    _ draft: String,
    at place: String,
    _ drafts: FolderDrafts,
    replacing: Bool
  ) throws(FileError) {
    guard replacing else {
      guard rename(draft.onDisk, place.onDisk) == 0 else {
        throw FileError(path, cannotBe: "created")
      }
      return
    }
    // At every moment one of the two lies under the name.
    if tally_exchange(draft.onDisk, place.onDisk) == 0 {
      guard rename(draft.onDisk, drafts.replaced.onDisk) == 0 else {
        let failure = FileError(path, cannotBe: "replaced")
        _ = tally_exchange(draft.onDisk, place.onDisk)
        throw failure
      }
      return
    }
    guard [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP].contains(errno) else {
      throw FileError(path, cannotBe: "replaced")
    }
    try replace(place, with: draft, drafts)
  }

  /// The same where a file system cannot let folders change places: for a moment none lies under
  /// the name.
  private func replace(
    _ place: String,
    with draft: String,
    _ drafts: FolderDrafts
  ) throws(FileError) {
    let old = drafts.replaced
    guard rename(place.onDisk, old.onDisk) == 0 else { throw FileError(path, cannotBe: "replaced") }
    guard rename(draft.onDisk, place.onDisk) == 0 else {
      let failure = FileError(path, cannotBe: "created")
      rename(old.onDisk, place.onDisk)
      throw failure
    }
  }
}
