import Testing

/// What is written to a screen without the filter could be a command to it.
@Suite("One place writes to the screen")
struct ScreenTests {
  /// Files that name a stream of the screen, and why that is safe.
  private static let writers: Set<String> = [
    // The filter itself.
    "tally/StandardOutput.swift",
    // Ask only whether and how large a terminal is there.
    "tally/Terminal.swift", "tally/Run.swift", "tally/PlainPrompt.swift",
    "LineEditing/LineEditor.swift",
    // Bars, whose words are the program's own and whose names have passed the filter.
    "tally/ImportBar.swift", "tally/ProgressBar.swift",
  ]

  @Test("no other file knows the streams")
  func writersAreKnown() {
    let streams: Set = ["STDOUT_FILENO", "STDERR_FILENO", "StandardError"]
    let found = SourceFile.all.filter { !$0.words.isDisjoint(with: streams) }.map(\.path)
    #expect(Set(found).subtracting(Self.writers) == [])
  }
}
