package import Catalog

/// One way of understanding a line.
package struct Reading: Equatable, Sendable {
  /// A statement of the language.
  package private(set) var statement: String
  /// What is said with the answer.
  package private(set) var notes: [String]
  /// What is counted of what, where the line asks whether it rose or fell.
  package private(set) var trend: String?
  /// The periods of that, where the line names both.
  package private(set) var ends: Ends?
  /// The month before what happened, since when figures rose or fell.
  package private(set) var turn: Period?
  /// Whether it is by offices, which belong to one part of what is counted: a part is meant.
  package private(set) var isByOffices = false
  /// Whether it counts something else than the line says, which is not held.
  package private(set) var isInstead = false
  /// What is counted, by name.
  var counted: [String] = []
  /// The values of the line, as this reading takes them.
  var meant: [Mention.Value] = []
  /// Questions that have an answer, where the statement has none.
  package private(set) var nearest: [String] = []

  /// Two periods as the language writes them.
  package struct Ends: Hashable, Sendable {
    package let first: String
    package let last: String
  }

  package init(
    statement: String,
    notes: [String],
    trend: String? = nil,
    ends: Ends? = nil,
    turn: Period? = nil,
    isByOffices: Bool = false,
    isInstead: Bool = false
  ) {
    self.statement = statement
    self.notes = notes
    self.trend = trend
    self.ends = ends
    self.turn = turn
    self.isByOffices = isByOffices
    self.isInstead = isInstead
  }

  /// Whether it sets the times in office of several side by side.
  package var isByAdministration: Bool { statement.contains(" by administration") }

  func noting(_ more: [String]) -> Reading {
    var reading = self
    reading.notes = more + notes
    return reading
  }

  /// The same, kept to a part.
  package func kept(to part: String) -> Reading {
    let note = "Shown: the only part of it that is published."
    return Reading(
      statement: part,
      notes: [note] + notes,
      trend: trend,
      ends: ends,
      turn: turn,
      isInstead: isInstead
    )
  }

  /// The same, with what its statement is followed by.
  func followed(by output: String) -> Reading {
    var reading = self
    reading.statement += output
    return reading
  }

  func offering(_ questions: [String]) -> Reading {
    var reading = self
    reading.nearest = questions
    return reading
  }
}
