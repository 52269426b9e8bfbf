import Workbooks

/// The texts of a row by their columns.
struct SheetTexts {
  let texts: [Int: String]

  init(_ row: SheetRow) {
    var texts: [Int: String] = [:]
    for place in 0..<row.count { texts[row.columns[place]] = row.text(at: place) }
    self.texts = texts
  }
}
