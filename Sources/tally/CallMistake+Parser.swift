import ArgumentParser
import Diagnostics

extension CallMistake {
  /// What the argument parser found. Its errors have no public type, so an option that does not
  /// exist is found in the arguments; everything else is known by its text alone.
  init<Command: CalledCommand>(_ error: any Error, in arguments: [String], of _: Command.Type) {
    let text = Command.message(for: error)
    let known = Command.optionNames
    if let option = Self.options(in: arguments).first(where: {
      !known.contains($0) && text.contains("'\($0)'")
    }) {
      // One letter is a slip of any other.
      let near = closestMatches(to: option, among: known, shortest: 4).first
      self.init(
        "there is no option `\(option)`",
        near.map { .word(option, meant: $0) } ?? .help
      )
    } else {
      self.init(Self.inOurVoice(text), .example(with: known.last { text.contains("'\($0) ") }))
    }
  }

  /// The arguments that look like options, without the values that follow a `=`.
  private static func options(in arguments: [String]) -> [String] {
    arguments.filter { $0.hasPrefix("-") && $0 != "-" }.map { String($0.prefix { $0 != "=" }) }
  }

  /// The parser's sentences as ours: no capitals and full stops, and backticks for quotes.
  ///
  /// `Missing value for '--by <column>'` becomes ``expected a value for `--by <column>` ``.
  private static func inOurVoice(_ text: String) -> String {
    var (said, startsSentence) = ("", true)
    let text = Array(text.onOneLine)
    for (index, character) in text.enumerated() {
      let next = index + 1 < text.count ? text[index + 1] : nil
      let isQuote = character == "'" && (said.last ?? " ") == " " || endsQuote(character, next)
      if character == ".", next == nil || said.last == "`" && next == " " {
        if next != nil { said += ";" }
        startsSentence = true
      } else {
        said += isQuote ? "`" : startsSentence ? character.lowercased() : String(character)
        startsSentence = startsSentence && character == " "
      }
    }
    return beginnings.first { said.hasPrefix($0.theirs) }
      .map { $0.ours + said.dropFirst($0.theirs.count) } ?? said
  }

  /// What is not there, as the language says it too.
  private static let beginnings = [
    (theirs: "missing expected argument ", ours: "expected "),
    (theirs: "missing value for ", ours: "expected a value for "),
  ]

  private static func endsQuote(_ character: Character, _ next: Character?) -> Bool {
    character == "'" && next.map { " .,:".contains($0) } ?? true
  }
}
