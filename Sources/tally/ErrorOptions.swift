import ArgumentParser

/// The option that every command has.
struct ErrorOptions: ParsableArguments {
  @Option(help: "How mistakes are told on standard error: text or json.")
  var errors = ErrorForm.text
}
