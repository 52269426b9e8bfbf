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
}
