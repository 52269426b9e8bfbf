package import Catalog
package import Planner
package import QueryLanguage

/// One sum beside the answer: where two sources meet, or a month that the question cuts.
package struct SideSum: Sendable {
  /// A SELECT of the sum; its result is one number, or one per value.
  package let sql: String
  /// The sum is stored multiplied by this.
  package let scale: Int

  /// The sum of a figure in one dataset over some days, with the question's conditions.
  package init(of figure: FigurePlan, in candidate: Candidate, _ days: DayRange) {
    let segment = Segment(candidate: candidate, uses: [(0, DaySet([days]))])
    let plain = FigureColumn(sideSumOf: figure.figure.measure)
    sql =
      SegmentSQL(segment: segment, keys: [], pieces: [], columns: [plain]).selects
      .joined(separator: "\n").sql
    scale = figure.figure.measure.scale
  }

  /// The same for each value of a dimension of the rows, by its place among them: rows of an id and
  /// a sum.
  package init(
    of figure: FigurePlan,
    in candidate: Candidate,
    _ days: DayRange,
    by key: ResolvedQuery.Key,
    at place: Int
  ) {
    let segment = Segment(
      candidate: candidate.told(by: place),
      uses: [(0, DaySet([days]))]
    )
    let plain = FigureColumn(sideSumOf: figure.figure.measure)
    let selects = SegmentSQL(
      segment: segment,
      keys: [key],
      pieces: [],
      columns: [plain],
      isGrouped: true
    ).selects
    sql = selects.map(\.sql).joined(separator: "\nUNION ALL\n")
    scale = figure.figure.measure.scale
  }
}
