import Planner
import QueryLanguage
import Results

/// A check of one reading of a statement, judged as far as readings must be kept apart: nothing is
/// set beside it, and no words are made.
struct CheckTrial {
  let check: Check
  /// `nil` where nothing is held.
  let plan: CheckPlan?
  let verdict: Verdict
  /// By how much the figure differs from the number stated, in percent or in points.
  var difference: Double?
  var isInPoints = false
  /// Whether a number of four or more digits is exactly the figure.
  var meetsLongNumber = false

  /// Whether its plan is that of the answer as well: it holds, or it fails in the only way in which
  /// it can be read.
  var isPlannedForAnswers: Bool {
    verdict == .holds
      || verdict != .noData && Ambiguity.bareYear(in: check) == nil
        && check.settlingSince.spelling == check.spelling
  }
}
