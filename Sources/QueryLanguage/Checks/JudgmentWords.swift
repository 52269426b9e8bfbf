/// The words that a judgment begins with.
enum JudgmentWords {
  /// What completion offers.
  static let offered = [
    "highest since", "lowest since", "first", "about", "nearly", "more than", "less than",
    "at least", "at most",
  ]
  /// The same for judgments that compare two periods.
  static let offeredOfChanges = ["rose", "fell", "doubled", "tripled", "halved"]
  static let all = [
    "highest", "lowest", "first", "about", "nearly", "more", "less", "rose", "fell", "doubled",
    "tripled", "halved", "not", "at",
  ]
  static let nearly: Set<String> = ["nearly", "almost"]
  static let superlatives: [String: Judgment.Superlative] = [
    "highest": .highest, "most": .highest, "largest": .highest,
    "lowest": .lowest, "least": .lowest, "smallest": .lowest, "fewest": .lowest,
  ]
  static let directions: [String: Judgment.Direction] = [
    "rose": .rose, "up": .rose, "increased": .rose, "grew": .rose,
    "fell": .fell, "down": .fell, "decreased": .fell, "dropped": .fell,
  ]
}
