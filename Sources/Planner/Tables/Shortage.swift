import Catalog

/// Why no table can answer a figure.
enum Shortage {
  /// None was published by the day of `as of`.
  case edition
  /// None of those that hold the measure has the dimensions, values and scope of the question.
  case table(TableFit, [Holding])
  /// None of those that fit adds up to the whole, which a share or total needs.
  case whole
  /// None of those that fit counts in the units of time of the rows and folds.
  case unit([TimeUnit], [Candidate])
}
