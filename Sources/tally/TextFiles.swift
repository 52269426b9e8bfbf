import Asking
import Diagnostics
import Store

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Files of texts, and folders of them.
enum TextFiles {
  /// The endings of the files that are read of a folder.
  private static let endings: Set<String> = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml",
  ]

  /// The file itself, or the texts of a folder in the order of their names.
  static func all(at path: String, report: (TextFileError) -> Void) throws -> [String] {
    var status = stat()
    guard path != "-", stat(path.onDisk, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      return [path]
    }
    let names: [String]
    do throws(FileError) {
      names = try FolderListing.names(in: path).filter { name in
        let ending = name.split(separator: ".").last?.lowercased() ?? ""
        return !name.hasPrefix(".") && endings.contains(ending)
      }
    } catch {
      report(TextFileError(description: error.description))
      return []
    }
    if names.isEmpty { report(TextFileError(description: "\(path): no texts are in the folder")) }
    return names.sorted().map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
  }

  /// The text of a file, or of standard input for `-`.
  static func text(of path: String) throws(TextFileError) -> String {
    do {
      return try Input.text(
        of: path,
        atMost: TextJudge.largest,
        otherwise: "a text takes 10 MiB at most; split it and read the parts"
      )
    } catch {
      throw TextFileError(description: error.description)
    }
  }
}
