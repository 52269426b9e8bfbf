extension String {
  /// Between double quotes, those in it doubled: how SQL takes any name, and CSV any cell.
  package var inDoubleQuotes: String {
    "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
