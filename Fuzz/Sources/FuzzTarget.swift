import Diagnostics

/// A part of the program that takes what others wrote.
protocol FuzzTarget: SendableMetatype {
  /// As `FUZZ_TARGET` and the folder of its corpus are called.
  static var name: String { get }

  init() throws
  /// Gives it some bytes. A promise that does not hold ends the process.
  func take(_ bytes: [UInt8])
}

enum FuzzTargets {
  static let all: [any FuzzTarget.Type] = [
    LanguageTarget.self, PhraseTarget.self, TextTarget.self, TableTarget.self, WorkbookTarget.self,
    SeedTarget.self, CompletionTarget.self, ScriptTarget.self,
  ]
}

/// Ends the process, so that libFuzzer keeps the input.
func promise(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { fatalError(what()) }
}

/// Whether a terminal would obey or reorder a part of a text.
func movesTheScreen(_ text: String) -> Bool {
  text.unicodeScalars.contains { $0 != "\n" && $0.movesScreen }
}
