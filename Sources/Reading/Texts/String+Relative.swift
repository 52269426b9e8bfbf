extension String {
  /// Whether a time after the day of the text needs no other statement: `last month`.
  var isAbsolute: Bool {
    !["previous", "yearbefore", "same", "back", "monthback"].contains { hasPrefix($0) }
  }
}
