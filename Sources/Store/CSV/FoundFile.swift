/// A file found in a folder.
struct FoundFile {
  let name: String
  let path: String
  let size: Int
}
