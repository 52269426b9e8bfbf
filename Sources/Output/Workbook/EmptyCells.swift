import Results

/// Why cells of a workbook are empty, and which: an empty cell alone cannot tell.
struct EmptyCells {
  private var found: [Absence: (count: Int, first: [String])] = [:]

  /// The most cells that are named for each reason.
  private static let mostNamed = 12

  /// Columns count from 0, rows from 1.
  mutating func note(_ absence: Absence, column: Int, row: Int) {
    var own = found[absence] ?? (0, [])
    own.count += 1
    if own.count <= Self.mostNamed { own.first.append(cellName(column: column, row: row)) }
    found[absence] = own
  }

  /// Each reason with its cells: `withheld by the publisher`, `C5, C9 and 40 more`.
  var reasons: [(reason: String, cells: String)] {
    Absence.allCases.compactMap { absence in
      guard let (count, first) = found[absence] else { return nil }
      let more = count - first.count
      return (
        absence.words,
        first.joined(separator: ", ") + (more > 0 ? " and \(grouped(more)) more" : "")
      )
    }
  }
}
