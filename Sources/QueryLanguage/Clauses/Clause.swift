package import Diagnostics

/// A part of a question after its measures: how it is written, and what it adds.
///
/// To add one, write its file here and list it in ``Clauses/all``. Parsing, help, completion and
/// the reference page all read that list.
package protocol Clause: Sendable {
  /// The words that it can start with; the first one names it.
  static var keywords: [String] { get }
  /// How it is written: `by DIMENSION, …`.
  static var synopsis: String { get }
  /// What it does, in a few words.
  static var summary: String { get }
  /// A question that uses it.
  static var example: String { get }
  /// Whether a question may have several of it.
  static var mayRepeat: Bool { get }
  /// What part of the question it belongs to.
  static var role: ClauseRole { get }
  /// The step that is the first to read what `resolve` fills in.
  static var step: ClauseStep { get }

  /// Whether its keyword, which is the current word, begins it here.
  static func begins(_ parser: Parser) -> Bool

  /// Reads what follows the keyword.
  static func parse(from parser: inout Parser, startingWith keyword: String) throws(Diagnostic)
    -> Self

  /// Adds to the question what the clause says.
  func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) throws(Diagnostic)

  /// As written in a question.
  var spelling: String { get }

  /// The same with each of its periods replaced.
  func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> Self
}

extension Clause {
  package static var mayRepeat: Bool { false }

  package static func begins(_ parser: Parser) -> Bool { true }

  package func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> Self { self }
}
