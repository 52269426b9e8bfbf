/// Why a file is not imported.
package struct ImportMistake: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String, hint: String? = nil) {
    self.description = description + (hint.map { "\nhint: " + $0 } ?? "")
  }
}
