import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// The visible files with an ending in a folder and in the folders below it, by path.
///
/// Links to files count as files; links to folders are not followed, since they may lead in
/// circles.
func files(below folder: String, ending: String) throws(FileError) -> [FoundFile] {
  var found: [FoundFile] = []
  for name in try FolderListing.names(in: folder).sorted() where !name.hasPrefix(".") {
    let path = folder + "/" + name
    if isFolder(path) {
      found += try files(below: path, ending: ending)
    } else if name.hasSuffix(ending) {
      var status = stat()
      guard stat(path.onDisk, &status) == 0 else { throw FileError(path, cannotBe: "read") }
      found.append(FoundFile(name: name, path: path, size: Int(status.st_size)))
    }
  }
  return found
}

private func isFolder(_ path: String) -> Bool {
  var status = stat()
  return lstat(path.onDisk, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
