extension String {
  /// A path as it may follow a command, in quotes or not.
  package var withoutQuotes: String {
    utf8.count > 1 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
  }
}
