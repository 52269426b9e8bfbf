/// What kind of thing went wrong, as programs are told it.
package enum ErrorKind: String, CaseIterable, Sendable {
  /// A statement that is not in the language, or makes no sense.
  case mistake
  /// A question that the data do not answer.
  case noData = "no data"
  /// What is asked for is known not to be in the data.
  case notHeld = "not held"
  /// A word of a line has no part in a question.
  case notRead = "not read"
  /// The program was called wrongly.
  case call
  /// A file that was to be read.
  case file
  /// An answer or imported data could not be written.
  case output
  /// The database is missing or damaged.
  case database
  case interrupted
  /// Nothing went wrong: `12 checked: 12 hold`.
  case note
}
