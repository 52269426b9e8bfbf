extension [String] {
  /// The texts with a separator between them.
  ///
  /// The standard library's `joined` is generic over sequences and looks up conformances at run
  /// time, which a process that answers one question pays for every time.
  package func joined(by separator: String) -> String {
    var joined = ""
    for (index, text) in enumerated() {
      if index > 0 { joined += separator }
      joined += text
    }
    return joined
  }
}
