/// Every pattern, in the order in which they are tried.
enum Patterns {
  static let all: [any Pattern.Type] = [
    StatementPattern.self, ExtremePattern.self, SharePattern.self, RatioPattern.self,
    ChangeRankingPattern.self,
    RankingPattern.self, ComparisonPattern.self, ChangePattern.self, MeanPattern.self,
    PlainPattern.self,
  ]

  /// Those of lines that state an amount.
  static let ofAmounts: [any Pattern.Type] = [ThresholdPattern.self, StatementPattern.self]
}
