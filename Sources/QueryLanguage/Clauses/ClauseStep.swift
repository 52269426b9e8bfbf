/// The step of the pipeline that is the first to read what a clause fills in: whoever writes a
/// clause says it, and a test sees that the step is another without the clause.
package enum ClauseStep: CaseIterable, Sendable {
  /// Which periods are rows, and which tables hold them: the folders `Rows` and `Tables` of
  /// `Sources/Planner`.
  case plan
  /// The sums, the columns over rows, ranks and order: `Sources/SQLCompiler`.
  case sql
  /// What the rows become: columns, headings, notes: `Sources/Answering`.
  case answer
}
