import Reading

/// What makes it likely that a statement that fails was not understood.
extension TextJudge {
  static func untaken(_ word: String) -> String {
    "`\(word)` has no part in what could be checked"
  }

  /// Why a statement that fails was rather not understood than wrong: people miss a figure by
  /// little, and a reader who takes another for it by much.
  func doubt(about claim: TextClaim, _ reading: TriedReading) -> String? {
    if claim.isGuess { return "it is not said what it is compared with" }
    if let word = claim.untaken { return Self.untaken(word) }
    if claim.followsDoubt { return claim.misfit }
    if claim.isFarCarried { return "it is not said when" }
    if !claim.leavesOut.isEmpty, reading.missesWidely || !reading.reading.statesNumber {
      return "it may be of \(claim.leavesOut.joined(separator: ", ")) alone"
    }
    guard !claim.carried.isEmpty else {
      return claim.isLoose && !reading.isNearMiss
        ? "words of it have no part in what could be checked" : nil
    }
    if claim.isLoose || reading.missesWidely
      || claim.carriesMeasure && !reading.statesNumber && !claim.isAnchored
    {
      return claim.misfit
    }
    return nil
  }
}

extension TextClaim {
  /// That what was carried does not fit.
  var misfit: String { "what was carried does not fit: \(carried.joined(separator: ", "))" }
}
