import Output
import Shell

/// What holds for a whole run of the program.
struct Options {
  /// What `--database` names.
  var database: String?
  var format: (any OutputFormat.Type)?
  var keepsHistory = true
  var color = ColorChoice.auto
  /// Whether answers are to be listened to.
  var isAccessible = false
  /// What `--set` gives: `year=fy2024`.
  var parameters = Parameters()
  /// Whether a script goes on after a statement that fails.
  var keepsGoing = false
  /// Whether only what went wrong is shown.
  var isQuiet = false
  /// Whether CSV is for spreadsheets.
  var isForSpreadsheets = false
}
