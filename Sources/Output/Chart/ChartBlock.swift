/// Rows that share labels, with a panel for each series that is drawn of them.
struct ChartBlock {
  var heading = ChartHeading("")
  var labels: [ChartLabel]
  var panels: [ChartPanel]
}

extension ChartBlock {
  var isInTime: Bool {
    let periods = labels.compactMap(\.period)
    return zip(periods, periods.dropFirst()).allSatisfy { $0 < $1 }
  }
}
