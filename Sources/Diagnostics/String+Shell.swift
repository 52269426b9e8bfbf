extension String {
  /// Quoted, where it has to be, so that a shell reads it as one word: `'ICE: Removals'`.
  package var asShellWord: String {
    let isPlain = unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-=,._/:".unicodeScalars.contains(scalar)
    }
    return isPlain && !isEmpty
      ? self : "'" + map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
  }
}
