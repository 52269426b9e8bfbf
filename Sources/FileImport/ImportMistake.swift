package import Diagnostics

/// Why a file is not imported.
package struct ImportMistake: Error, CustomStringConvertible {
  package let description: String

  /// Lines that can be typed instead.
  package let remedies: [ImportRemedy]

  package init(_ description: String, hint: String? = nil, try remedies: [ImportRemedy] = []) {
    self.remedies = remedies
    self.description = description + (hint.map { "\nhint: " + $0 } ?? "")
  }
}
