import Catalog

/// Why no table can answer a figure.
enum Shortage {
  /// None was published by the day of `as of`.
  case edition
  /// None has the dimensions, values and scope of the question: what is wrong with each.
  case table([(holding: Holding, reason: Misfit)])
  /// None of those that fit adds up to the whole, which a share or total needs.
  case whole
  /// None of those that fit counts in the units of time of the rows and folds.
  case unit([TimeUnit], [Candidate])
}
