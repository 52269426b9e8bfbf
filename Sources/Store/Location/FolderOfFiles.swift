import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// A folder of ordinary files, some of them in folders of one level. Links are never followed.
struct FolderOfFiles {
  enum Kind {
    case nothing, file, folder, link, other
  }

  private let path: String

  init(_ path: String) { self.path = path }

  static func kind(of path: String) -> Kind {
    var status = stat()
    guard lstat(path.onDisk, &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// Everything in it, by paths inside it; folders are listed only if they are empty.
  private var entries: [(path: String, kind: Kind)] {
    FolderListing(of: path).entries.flatMap { entry -> [(path: String, kind: Kind)] in
      let kind = Self.kind(of: "\(path)/\(entry.name)")
      let inner = kind == .folder ? FolderListing(of: "\(path)/\(entry.name)").entries : []
      guard !inner.isEmpty else { return [(entry.name, kind)] }
      return inner.map {
        ("\(entry.name)/\($0.name)", Self.kind(of: "\(path)/\(entry.name)/\($0.name)"))
      }
    }
  }

  /// The first entry that is neither one of some files nor an empty folder for them.
  func firstBeside(_ files: [String]) -> String? {
    let folders = Self.folders(of: files)
    return entries.first { entry in
      switch entry.kind {
      case .file: !files.contains(entry.path)
      case .folder: !folders.contains(entry.path)
      case .nothing, .link, .other: true
      }
    }?.path
  }

  /// The ordinary files in it that satisfy a condition.
  func files(where isMeant: (String) -> Bool) -> [String] {
    entries.filter { $0.kind == .file && isMeant($0.path) }.map(\.path)
  }

  /// Removes some files, the folders that they leave empty, and the folder itself. Returns whether
  /// nothing is left.
  @discardableResult
  func remove(_ files: [String]) -> Bool {
    for file in files { unlink("\(path)/\(file)".onDisk) }
    for folder in Self.folders(of: files) { rmdir("\(path)/\(folder)".onDisk) }
    return rmdir(path.onDisk) == 0
  }

  private static func folders(of files: [String]) -> Set<String> {
    Set(files.compactMap { file in file.lastIndex(of: "/").map { String(file[..<$0]) } })
  }
}
