/// A text that cannot be read, and why.
struct TextFileError: Error, CustomStringConvertible {
  let description: String
}
