import ArgumentParser
import Catalog
import Diagnostics
import Output

/// Prints the JSON Schema of something that is written for programs.
struct PrintSchema: CalledCommand {
  static let name = Subcommand.schema.rawValue

  static let configuration = CommandConfiguration(
    commandName: "tally " + name,
    abstract: "Print the JSON Schema of what is written for other programs.",
    discussion: PublishedSchema.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n")
  )

  static let examples = ["tally schema report", "tally schema report --errors json"]

  @Argument(help: "Which: \(names.joined(by: ", ")).")
  var schema: String

  @OptionGroup var errorOptions: ErrorOptions

  private static var names: [String] { PublishedSchema.all.map(\.name) }

  func check() throws(CallMistake) {
    guard PublishedSchema.schema(named: schema) == nil else { return }
    let near = closestMatch(to: schema, among: Self.names)
    throw CallMistake(
      "no schema is called `\(schema)`; schemas are \(Self.names.joined(by: ", "))",
      near.map { .word(schema, meant: $0) } ?? .example(with: nil)
    )
  }

  var status: ExitStatus {
    guard let found = PublishedSchema.schema(named: schema) else { return .usage }
    let output = StandardOutput(Options(errors: errorOptions.errors))
    return output.ending {
      var text = OutputBuffer()
      text.append(found.text)
      try output.write(&text)
      return .done
    }
  }
}
