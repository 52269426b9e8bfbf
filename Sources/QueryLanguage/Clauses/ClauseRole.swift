/// What clauses are about, in the order in which they are resolved: how a bare year is read depends
/// on the rows, what a value means depends on the conditions that name their dimension, what is
/// computed from the figures on all of those, and rows can be ordered when every column is known.
package enum ClauseRole: CaseIterable, Sendable {
  case rows
  case condition
  case values
  case period
  case computed
  case shape
}
