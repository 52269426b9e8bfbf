import Output

/// What holds for a whole run of the program.
struct Options {
  /// What `--database` names.
  var database: String?
  var format: (any OutputFormat.Type)?
  var keepsHistory = true
}
