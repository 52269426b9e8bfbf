/// The versions of what is written for other programs. One is raised where a member is taken away
/// or changes its meaning; members are added without.
package enum FormatVersion {
  /// Of `| report`.
  package static let report = 1
  /// Of a checked statement in `| json` and `| jsonl`.
  package static let check = 1
  /// Of a statement that `tally read` found.
  package static let read = 1
  /// Of a mistake with `--errors json`.
  package static let error = 1
}
