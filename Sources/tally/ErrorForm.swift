import ArgumentParser

/// How what goes wrong is told on standard error.
enum ErrorForm: String, CaseIterable {
  case text
  /// One object a line, for programs.
  case json

  /// What arguments say that cannot be read.
  init(in arguments: [String]) {
    let pairs = zip(arguments, arguments.dropFirst())
    let isJSON =
      arguments.contains("--errors=json") || pairs.contains { $0 == ("--errors", "json") }
    self = isJSON ? .json : .text
  }
}

extension ErrorForm: ExpressibleByArgument {}
