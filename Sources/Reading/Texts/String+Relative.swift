extension String {
  /// Whether a time behind the day of the text needs no other statement: `last month`.
  var isAbsolute: Bool {
    !["previous", "yearbefore", "same", "back"].contains { hasPrefix($0) }
  }
}
