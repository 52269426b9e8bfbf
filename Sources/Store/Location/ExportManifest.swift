/// The list of the files of an export that is no data package, kept beside them: so that another
/// export replaces them, and nothing else.
package enum ExportManifest {
  package static let path = "files.txt"
  private static let title = "# Files of this folder that `tally export` wrote"

  /// The file itself, for the others.
  package static func file(for paths: [String]) -> OutputFolder.File {
    let text = ([title] + (paths + [path]).sorted()).joined(separator: "\n") + "\n"
    return OutputFolder.File(path, contents: Array(text.utf8))
  }

  /// What an earlier export wrote into a folder; `nil` where none did.
  package static func files(writtenInto folder: String) -> [String]? {
    guard let text = try? FileBytes(reading: "\(folder)/\(path)").text else { return nil }
    let lines = text.separated(by: "\n").filter { !$0.isEmpty }
    return lines.first == title ? Array(lines.dropFirst()) : nil
  }
}
