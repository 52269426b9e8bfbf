import ArgumentParser

/// What the program can be called for with options: questions, or one of the subcommands.
protocol CalledCommand: ParsableCommand {
  /// The word that chooses it, after `tally`; empty for questions.
  static var name: String { get }
  /// Whole command lines that work. A wrong call is shown one as its hint: the first that has the
  /// option in question, or the first of all. Every option that takes a value is in one.
  static var examples: [String] { get }

  /// Refuses arguments that are right one by one and wrong together, or that no type describes.
  func check() throws(CallMistake)
  /// Does what the arguments say.
  var status: ExitStatus { get }
}

extension CalledCommand {
  func check() throws(CallMistake) {}

  /// What a command line of it begins with: `tally import`.
  static var opening: String { name.isEmpty ? "tally" : "tally " + name }

  static func example(with option: String?) -> String {
    let words = examples.lazy.map { ($0, $0.split(separator: " ")) }
    return words.first { _, words in words.contains { $0 == option ?? "" } }?.0 ?? examples[0]
  }

  /// The names of its options, as its help lists them: `-f`, `--file`, `--format`.
  static var optionNames: [String] {
    helpMessage(columns: 200).split(separator: "\n").filter { $0.hasPrefix("  -") }.flatMap { row in
      row.split(whereSeparator: { $0 == " " || $0 == "," }).prefix { $0.hasPrefix("-") }
        .map(String.init)
    }
  }
}
