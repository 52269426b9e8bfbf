import Catalog
import Diagnostics
import FileImport
import Importing

/// The list of all subcommands: what the program does that is no question.
enum Subcommands {
  static let all: [any CalledCommand.Type] = [
    BuildDatabase.self, Export.self, Import.self, Datasets.self, Drop.self, Read.self,
    Verify.self,
  ]

  static func subcommand(named name: String) -> (any CalledCommand.Type)? {
    all.first { $0.name == name }
  }

  /// The command line that was meant where the first word is a slip of a subcommand: `tally import
  /// x` for `imprt x`; `nil` where that would not be right either.
  static func line(meantBy arguments: [String]) -> String? {
    guard let word = arguments.first, !word.hasPrefix("-"),
      let name = closestMatch(to: word, among: all.map { $0.name }),
      let rest = Optional(Array(arguments.dropFirst())),
      subcommand(named: name)?.takes(rest) == true
    else { return nil }
    return (["tally", name] + rest.map(\.asShellWord)).joined(by: " ")
  }
}
