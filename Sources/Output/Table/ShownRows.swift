/// Which rows a screen shows where there are more than fit: the first and the last ones.
struct ShownRows {
  let first: Range<Int>
  let last: Range<Int>

  /// `most` is the number of rows that may be shown, `nil` for all.
  init(_ count: Int, most: Int?) {
    // A line that says one row is left out would take as much room as the row.
    guard let most, count > most + 1 else {
      first = 0..<count
      last = count..<count
      return
    }
    first = 0..<(most - most / 2)
    last = (count - most / 2)..<count
  }

  /// The number of rows between them.
  var hidden: Int { last.lowerBound - first.upperBound }
}

extension Page {
  /// Writes the rows that are shown, each a line, and where others are left out, how many and how
  /// to see them.
  mutating func write(_ rows: ShownRows, _ write: (Int, inout OutputBuffer) -> Void) {
    for row in rows.first { writePlainLine { write(row, &$0) } }
    if rows.hidden > 0 {
      let words =
        "… \(rows.hidden) more rows: `.rows all` shows them, `> \"FILE\"` writes all to a file"
      self.write(dim: [PageLine(text.safe(words))])
    }
    for row in rows.last { writePlainLine { write(row, &$0) } }
  }
}
