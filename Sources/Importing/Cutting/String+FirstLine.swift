extension String {
  /// Of a cell that names a section and says something about it below, the name.
  var firstLine: String { split(separator: "\n", maxSplits: 1).first.map(String.init) ?? "" }
}
