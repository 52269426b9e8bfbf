import Output

/// What holds for a whole run of the program.
struct Options {
  /// What `--database` names.
  var database: String?
  var format: (any OutputFormat.Type)?
  var keepsHistory = true
  var color = ColorChoice.auto
  /// Whether answers are to be listened to.
  var isAccessible = false
}

/// Whether text may be bold, dim or colored.
enum ColorChoice: String, CaseIterable {
  /// On a terminal, unless `NO_COLOR` is set or it can show none.
  case auto
  case always, never
}
