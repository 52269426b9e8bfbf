/// Why imported data were not changed, in one sentence.
package struct ImportFailure: Error, Equatable, CustomStringConvertible {
  /// What prevented the change.
  package enum Kind: Equatable, Sendable {
    /// There is no room, or no permission.
    case unwritable
    /// Others are changing them.
    case busy
  }

  package let kind: Kind
  package let description: String

  /// For a question, which waits for longer; `nil` where nothing is locked.
  init?(reading error: DatabaseError, of path: String) {
    guard error.isBusy else { return nil }
    kind = .busy
    description =
      "\(path): another program has locked it for \(LockPatience.ofQuestions / 1_000) seconds; try again when it is done"
  }

  /// `nil` for what is wrong with the data themselves, or with the program.
  package init?(_ error: DatabaseError) {
    if error.isBusy {
      kind = .busy
      description = "another import is being made; try again when it is done"
    } else if error.isUnwritable {
      kind = .unwritable
      description = "\(error.path): cannot be written: \(error.reason)"
    } else {
      return nil
    }
  }
}
