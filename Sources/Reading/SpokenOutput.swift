/// Where a line in somebody's own words says, as the language does, how and where its answer is
/// written: `how many people were removed in 2019 | csv > "removed.csv"`.
package struct SpokenOutput {
  /// What is asked.
  package let question: String
  /// The rest with the space before it; empty where nothing is said of it.
  package let output: String

  package init(_ line: String) {
    let signs = [" | ", " > \""]
    let start = signs.compactMap { line.firstRange(of: $0)?.lowerBound }.min() ?? line.endIndex
    // Several statements are none of speech.
    let isOfSeveral = line[start...].contains { $0 == ";" || $0 == "," }
    let end = isOfSeveral ? line.endIndex : start
    question = String(line[..<end])
    output = String(line[end...])
  }
}

extension Readings {
  /// The same, each written as the line says.
  package func followed(by output: String) -> Readings {
    guard !output.isEmpty else { return self }
    func written(_ found: [Reading]) -> [Reading] { found.map { $0.followed(by: output) } }
    return switch self {
    case .questions(let found): .questions(written(found))
    case .notRead(let words, let rest, let isKnown):
      .notRead(words, rest: written(rest), isKnown: isKnown)
    case .unjoined(let rest): .unjoined(rest: written(rest))
    case .notHeld, .unknown: self
    }
  }
}
