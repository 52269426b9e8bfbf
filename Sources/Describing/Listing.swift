import Catalog
package import Results

/// A list that `show` writes: columns, and a row for each thing.
package struct Listing {
  package let columns: [AnswerColumn]
  package var rows: [ListedRow]

  /// Texts in columns of these names, for programs.
  package init(_ columns: [String], _ rows: [[String]]) {
    self.init(
      columns: columns.map { .text($0) },
      rows: rows.map { ListedRow(cells: $0.map { Cell($0) }) }
    )
  }

  init(columns: [AnswerColumn], rows: [ListedRow]) {
    self.columns = columns
    self.rows = rows
  }
}

extension Cell {
  /// A text; missing when it is empty.
  init(_ text: String) {
    self = text.isEmpty ? .missing(.notApplicable) : .text(text)
  }

  init(_ number: Int) {
    self = .number(.integer(number), .exact)
  }

  /// The month that a day lies in.
  init(monthOf day: Day?) {
    self = day.map { .period(Period(.month, containing: $0)) } ?? .missing(.notHeld)
  }

  /// A date as far as it is known: `2024-05-12`, `2024-05` or `2024`.
  init(date: String) {
    guard let period = Period(date: date) else {
      self.init(date)
      return
    }
    self = period.unit == .calendarYear ? .text(date) : .period(period)
  }
}

extension AnswerColumn {
  static func text(_ key: String, _ label: String? = nil, _ room: Room = .any) -> AnswerColumn {
    AnswerColumn(key: key, label: label ?? key, kind: .dimension, room: room)
  }

  static func count(_ key: String) -> AnswerColumn {
    AnswerColumn(key: key, label: key, kind: .figure(unit: nil))
  }
}

/// Periods as claims give them, `fy2010..fy2023` or `2023-06..2024-05`; other words as they are.
func spanWords(_ span: String) -> String {
  let ends = span.split(separator: ".").map(String.init)
  guard ends.count < 3, span == ends.joined(by: "..") else { return span }
  return ends.map { $0.hasPrefix("fy") ? $0.uppercased() : dateWords($0) }.joined(by: " – ")
}

/// A date in words: `12 May 2024`, `May 2024`, `2024`.
func dateWords(_ date: String) -> String {
  Period(date: date)?.label ?? date
}
