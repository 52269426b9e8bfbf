import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// Where a link leads to, also where nothing lies there yet.
enum LinkTarget {
  /// As many links as the system follows.
  private static let most = 40

  /// The path itself where it is no link.
  static func of(_ path: String) throws(FileError) -> String {
    var place = path
    for _ in 0..<most {
      guard FolderOfFiles.kind(of: place) == .link else { return place }
      guard let next = read(place) else { throw FileError(path, cannotBe: "created") }
      let slash = place.lastIndex(of: "/")
      let folder = slash.map { String(place[...$0]) } ?? ""
      place = next.hasPrefix("/") ? next : folder + next
    }
    throw FileError(path, cannotBe: "created", code: ELOOP)
  }

  private static func read(_ link: String) -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink(link.onDisk, &bytes, bytes.count - 1)
    return count > 0 ? String(fileName: bytes) : nil
  }
}
