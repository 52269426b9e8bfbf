import QueryLanguage
import Store

/// The files and folders that can complete the beginning of a path.
struct FileNames {
  private let isQuoted: Bool
  /// The folder part of the path, up to the last slash.
  private let folder: String
  private let name: String

  /// A quotation mark may precede the path.
  init(_ typed: String) {
    isQuoted = typed.hasPrefix("\"")
    let path = isQuoted ? String(typed.dropFirst()) : typed
    let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    folder = String(path[..<start])
    name = String(path[start...])
  }

  func offer(from start: Int) -> QueryCompletion.Offer {
    let entries = FolderListing(of: folder.isEmpty ? "." : folder).entries.filter { entry in
      // Hidden files are shown once the dot is typed.
      entry.name.hasPrefix(name) && (name.hasPrefix(".") || !entry.name.hasPrefix("."))
    }
    return QueryCompletion.Offer(start: start, items: entries.map(item))
  }

  private func item(_ entry: FolderListing.Entry) -> QueryCompletion.Item {
    let path = folder + entry.name + (entry.isFolder ? "/" : "")
    return QueryCompletion.Item(
      text: (isQuoted ? "\"" : "") + path + (isQuoted && !entry.isFolder ? "\"" : ""),
      note: entry.isFolder ? "folder" : ""
    )
  }
}
