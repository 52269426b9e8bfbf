package import Results

/// A statement of a script, as the report at its end has it.
package enum CheckedStatement {
  case judged(CheckAnswer)
  /// One that could not be judged.
  case mistaken(Mistake)

  /// A statement that could not be judged, and why.
  package struct Mistake {
    let place: String?
    let statement: String
    let message: String

    package init(place: String?, statement: String, message: String) {
      self.place = place
      self.statement = statement
      self.message = message
    }
  }
}

extension CheckedStatement {
  /// Where it is: `story.tally:3`.
  var place: String? {
    switch self {
    case .judged(let check): check.place
    case .mistaken(let mistake): mistake.place
    }
  }

  /// Its answer, where it has one.
  var answer: CheckAnswer? { if case .judged(let check) = self { check } else { nil } }

  /// Whether the verdict is the one wanted.
  var passes: Bool { answer?.passes ?? false }
}
