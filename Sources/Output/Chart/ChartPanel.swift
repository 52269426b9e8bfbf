/// The points of one series or ranking, one for each label of its block.
struct ChartPanel {
  let heading: ChartHeading
  /// Panels of one scale may be compared by eye.
  var scale = 0
  var points: [ChartPoint]
}
