/// What identifies a row of the answer.
struct RowPlace {
  /// The codes of the row's periods in the database.
  var codes: [Int] = []
  var source: Int?
  /// Whether it sums up all periods.
  var isAllOfTime = false
  /// Whether it sums up others.
  var isSummary = false
  /// The name of such a row where rows are periods.
  var summaryName = "Total"
  /// The place of its column among those that `across` makes.
  var column = 0

  /// Resets it for the next row.
  mutating func begin() {
    codes.removeAll(keepingCapacity: true)
    isAllOfTime = false
  }

  /// 0 for a row of figures, 1 for the others, 2 for the total.
  mutating func sumUp(_ summary: Int) {
    isSummary = summary > 0
    summaryName = summary == 1 ? "Others" : "Total"
  }
  /// Index into the plan's pieces; `nil` for all of them.
  var piece: Int? = 0
}
