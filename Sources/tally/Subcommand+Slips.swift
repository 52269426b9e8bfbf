import Catalog
import Diagnostics
import FileImport
import Importing

extension Subcommand {
  /// The command line that was meant where the first word is a slip of a subcommand: `tally import
  /// x` for `imprt x`; `nil` where that would not be right either.
  static func line(meantBy arguments: [String]) -> String? {
    guard let word = arguments.first, !word.hasPrefix("-"),
      let name = closestMatch(to: word, among: allCases.map(\.rawValue)),
      let rest = Optional(Array(arguments.dropFirst())),
      Subcommand(rawValue: name)?.command.takes(rest) == true
    else { return nil }
    return (["tally", name] + rest.map(\.asShellWord)).joined(by: " ")
  }
}
