/// A call of the program that is wrong, and how to find a command line that is right.
struct CallMistake: Error {
  enum Remedy {
    /// An example of the command; one with the option, if there is one.
    case example(with: String?)
    /// The same call with another word in the place of one.
    case word(String, meant: String)
    case help
  }

  /// What is wrong, as one sentence without a full stop.
  let message: String
  let remedy: Remedy

  init(_ message: String, _ remedy: Remedy) {
    self.message = message
    self.remedy = remedy
  }
}
