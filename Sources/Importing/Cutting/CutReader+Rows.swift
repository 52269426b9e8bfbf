import Diagnostics
import Workbooks

/// Which rows are taken, and how they are written.
extension CutReader {
  /// Whether a row without figures is a row nevertheless.
  func isKept(_ keys: [String?], _ label: String, isSection: Bool) -> Bool {
    guard !label.isEmpty, !isSection else { return false }
    let named = keys.compactMap { $0 }
    switch cut.rowsWithoutFigures {
    case .end: state = .done
    case .keep: return true
    case .leaveOut:
      if named.count > 1, named.allSatisfy({ !$0.isEmpty }) { return true }
      rowsLeftOut += 1
    }
    return false
  }

  func isAllowed(_ rule: TableCut.NameRule, _ keys: [String], _ row: SheetRow) -> Bool {
    switch rule.place {
    case .header, .group: true
    case .section: rule.allows(section)
    default: cut.keys.firstIndex(of: rule.place).map { rule.allows(keys[$0]) } ?? true
    }
  }

  /// Whether rules about cells allow one.
  func isAllowed(cellOf row: SheetRow, _ column: Int) -> Bool {
    for rule in cut.rules where rule.place == .cells && !rule.allows(trimmed(row, column)) {
      return false
    }
    return true
  }

  func trimmed(_ row: SheetRow, _ column: Int) -> String {
    guard let place = row.place(ofColumn: column) else { return "" }
    return row.withBytes(at: place) { String(decoding: $0.withoutSpaces, as: UTF8.self) }
  }

  func write(_ row: SheetRow, _ keys: [String]) throws {
    guard case .spread = cut.figures else {
      for key in keys { try made.append(key) }
      for (column, _, _) in figureColumns { try append(row, column) }
      return try made.end(row: row.number)
    }
    for (column, header, group) in figureColumns {
      guard isAllowed(cellOf: row, column) else { continue }
      for (place, key) in zip(cut.keys, keys) {
        try made.append(place == .header ? header : place == .group ? group : key)
      }
      try append(row, column)
      try made.end(row: row.number, column: column)
      note(row, column, header)
    }
  }

  func append(_ row: SheetRow, _ column: Int) throws {
    guard let place = row.place(ofColumn: column) else { return try made.append("") }
    try row.withBytes(at: place) { try made.append($0) }
  }

  func note(_ row: SheetRow, _ column: Int, _ header: String) {
    guard cut.months == .header, let place = row.place(ofColumn: column),
      let month = month(of: header), month > lastMonthWithFigures
    else { return }
    let isZero = row.withBytes(at: place) { $0.allSatisfy { $0 == 0x30 || $0 == 0x2e } }
    if !isZero { lastMonthWithFigures = month }
  }
}
