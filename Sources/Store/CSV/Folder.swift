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
  for name in try names(in: folder).sorted() where !name.hasPrefix(".") {
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

private func names(in folder: String) throws(FileError) -> [String] {
  guard let stream = opendir(folder.onDisk) else { throw FileError(folder, cannotBe: "read") }
  defer { closedir(stream) }
  var names: [String] = []
  errno = 0
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(fileName: bytes.prefix { $0 != 0 })
    }
    if name != "." && name != ".." { names.append(name) }
    errno = 0
  }
  guard errno == 0 else { throw FileError(folder, cannotBe: "read") }
  return names
}

private func isFolder(_ path: String) -> Bool {
  var status = stat()
  return lstat(path.onDisk, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
