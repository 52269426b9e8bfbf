import Catalog

extension Choice {
  /// Where a record is asked for and not of what: the same of years, beside that of months.
  var recordOfYears: [String] {
    guard line.asks(.most) || line.asks(.least), counted.count == 1, line.count == nil,
      !line.asks(.share), RankingPattern.ranksMonthsUnsaid(self)
    else { return [] }
    var line = line
    line.keys = [year]
    guard let question = RankingPattern.statement(of: with(line)) else { return [] }
    return ["Of months; of years: `\(question)`."]
  }
}
