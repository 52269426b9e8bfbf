import Output
import Shell

/// The options for a whole run of the program.
struct Options {
  /// What `--database` names.
  var database: String?
  var format: (any OutputFormat.Type)?
  var keepsHistory = true
  var color = ColorChoice.auto
  /// How what goes wrong is told.
  var errors = ErrorForm.text
  /// Whether answers are for listening.
  var isAccessible = false
  /// The values of `--set`: `year=fy2024`.
  var parameters = Parameters()
  /// Whether a script goes on after a statement that fails.
  var keepsGoing = false
  /// Whether only failures are shown.
  var isQuiet = false
  /// Whether what is close for an innocent cause counts as what holds.
  var acceptsClose = false
  /// Whether a table of all checked statements is at the end.
  var summarizes = false
  /// Whether lines are read in people's own words; `nil`: at a prompt and a terminal.
  var readsFreely: Bool?
  /// Whether sources are links where answers go to a terminal.
  var hasLinks = true
  /// Whether CSV is for spreadsheets.
  var isForSpreadsheets = false
}
