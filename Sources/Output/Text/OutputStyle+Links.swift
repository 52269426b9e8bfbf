extension OutputStyle {
  /// Words that a terminal opens an address of when they are clicked (OSC 8), where it may be told
  /// one. They must not contain anything that the terminal acts on, and neither may the address.
  func linked(_ words: String, to address: String) -> String {
    let isSafe = !address.isEmpty && address.utf8.allSatisfy { 0x21...0x7E ~= $0 }
    guard hasLinks, isSafe, !words.isEmpty else { return words }
    // The same id in every line makes one link of words that are wrapped.
    let id = address.utf8.reduce(5_381 as UInt32) { $0 &* 33 &+ UInt32($1) }
    return "\u{1B}]8;id=\(id);\(address)\u{1B}\\" + words + "\u{1B}]8;;\u{1B}\\"
  }
}
