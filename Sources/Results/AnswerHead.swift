package import Catalog

/// What is known of an answer before its first row.
package struct AnswerHead: Equatable, Sendable {
  package let columns: [AnswerColumn]
  /// What the answer is to; `nil` where a format does not tell.
  package var subject: AnswerSubject?

  package init(columns: [AnswerColumn], subject: AnswerSubject? = nil) {
    self.columns = columns
    self.subject = subject
  }
}

/// What an answer is to, for those who read it away from the prompt.
package struct AnswerSubject: Equatable, Sendable {
  /// As it was typed, without its format and file.
  package let question: String
  /// `Encounters by citizenship, southwest, FY2023`
  package let title: String
  /// What was run, as it can be run again on the same file.
  package let sql: String
  /// That of the program: `0.1.0`.
  package let version: String

  package init(question: String, title: String, sql: String, version: String) {
    self.question = question
    self.title = title
    self.sql = sql
    self.version = version
  }
}

/// One column of an answer.
package struct AnswerColumn: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// Periods of one unit.
    case time(TimeUnit)
    /// Names of values, such as countries.
    case dimension
    /// Numbers, in a unit such as `events`; `nil` for a ratio of like units.
    case figure(unit: String?)
    /// Numbers in percent: 50.5.
    case percent
    /// A part divided by its whole: 0.505, on a screen in percent.
    case fraction
    /// The difference of two such fractions: 0.05, on a screen in percentage points.
    case points
    /// Small drawings of what other columns hold, for those who read.
    case sparkline
    /// The sources of each row.
    case sources
  }

  /// The name in `json`, `jsonl`, `csv`: `fy`, `citizenship`, `removals`.
  package let key: String
  /// The heading on a screen: `fy`, `citizenship`, `border patrol agents`.
  package let label: String
  package let kind: Kind
  /// Whether it is computed from another column.
  package let isDerived: Bool
  /// Whether its figures cover less than its period, where the column is one.
  package var isPartial = false
  package let room: Room

  /// How much of a screen a column of text asks for.
  package enum Room: Equatable, Sendable {
    /// As much as there is; its text may be cut short.
    case any
    /// Its text may be cut, but to no fewer columns than these.
    case atLeast(Int)
    /// Never cut: an id is there to be typed again.
    case whole
    /// None: for other programs only. Such columns stand last.
    case none
  }

  package init(
    key: String,
    label: String,
    kind: Kind,
    isDerived: Bool = false,
    room: Room = .any
  ) {
    self.key = key
    self.label = label
    self.kind = kind
    self.isDerived = isDerived
    self.room = room
  }
}
