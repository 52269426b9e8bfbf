extension Subcommand {
  /// What it is called for.
  var command: any CalledCommand.Type {
    switch self {
    case .buildDatabase: BuildDatabase.self
    case .export: Export.self
    case .importing: Import.self
    case .datasets: Datasets.self
    case .drop: Drop.self
    case .read: Read.self
    case .verify: Verify.self
    case .serve: Serve.self
    case .schema: PrintSchema.self
    }
  }

  /// The one that is called, with its arguments; `nil` where none is. Its options may precede
  /// its name.
  static func called(
    by arguments: [String]
  ) -> (command: any CalledCommand.Type, arguments: [String])? {
    guard let place = arguments.firstIndex(where: { Subcommand(rawValue: $0) != nil }),
      let command = Subcommand(rawValue: arguments[place])?.command
    else { return nil }
    let before = arguments[..<place]
    guard !before.isEmpty else { return (command, Array(arguments[(place + 1)...])) }
    let options = before.filter { $0.hasPrefix("-") }.map { String($0.prefix { $0 != "=" }) }
    guard before.first?.hasPrefix("-") ?? false, before.count <= options.count * 2,
      Set(options).isSubset(of: command.optionNames)
    else { return nil }
    return (command, Array(before) + arguments[(place + 1)...])
  }
}
