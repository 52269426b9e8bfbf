package import Diagnostics
package import Workbooks

/// Cuts one table out of the rows of a sheet or of a file, as they come.
package final class CutReader {
  enum State {
    case beforeTitle, beforeHeader, inRows, done
  }

  let cut: TableCut
  let made: MadeTable
  private let path: String
  private let until: String
  private let lastMonth: Int?
  var state: State
  private var previous: [SheetTexts] = []
  private var span = 0..<Int.max
  private var year = ""
  private var lastRow = 0

  private var keyColumns: [Int?] = []
  var figureColumns: [(column: Int, header: String, group: String)] = []
  private var above: [String]
  var section = ""

  /// Whether the table began, that is its header was found.
  package private(set) var hasBegun = false
  /// The last month of a fiscal year for which it has a figure that is not 0, as `202604`.
  package var lastMonthWithFigures = 0
  /// Rows that were taken for notes and left out.
  package var rowsLeftOut = 0
  /// The names of columns that are read across, and are none of those that were looked for.
  package private(set) var columnsLeftOut: [String] = []
  /// The rules that left something out, by their place among those of the cut.
  package private(set) var rulesUsed: Set<Int> = []
  /// Number of rows that were made.
  package var rows: Int { made.rows }
  package var isDone: Bool { state == .done }

  /// `until` is the last day of the figures, where that is known; months after `lastMonth`, a code
  /// like 202604, are left out.
  package init(
    _ cut: TableCut,
    of source: SourceFile,
    path: String,
    until: String = "",
    lastMonth: Int? = nil,
    folder: String
  ) throws(FileMistake) {
    self.cut = cut
    self.path = path
    self.until = until
    self.lastMonth = lastMonth
    state = cut.title == nil ? .beforeHeader : .beforeTitle
    above = cut.keys.map { _ in "" }
    var columns = cut.keys.map(\.name)
    var spread: Int?
    switch cut.figures {
    case .columns(let own): columns += own
    case .spread:
      spread = columns.count
      columns.append(Self.figure)
    }
    made = try MadeTable(columns, spread: spread, of: source, path: path, folder: folder)
  }

  /// The column that is made of figures of several columns.
  package static let figure = "(figure)"

  package func finish() throws(FileMistake) -> SourceFile { try made.finish() }

  /// Takes the next row.
  package func take(_ row: SheetRow) throws {
    switch state {
    case .beforeTitle: findTitle(row)
    case .beforeHeader: try findHeader(row)
    case .inRows: try read(row)
    case .done: break
    }
  }

  // MARK: Title and header

  private func findTitle(_ row: SheetRow) {
    guard let title = cut.title else { return }
    for place in 0..<row.count {
      let text = row.text(at: place)
      guard title.matches(text) else { continue }
      // Another title may begin beside it; cells of spaces are none.
      let next = (place + 1..<row.count).first { other in
        row.withBytes(at: other) { !$0.withoutSpaces.isEmpty }
      }
      span = row.columns[place]..<(next.map { row.columns[$0] } ?? .max)
      year = Self.fiscalYear(in: text)
      state = .beforeHeader
      lastRow = row.number
      return
    }
  }

  private func findHeader(_ row: SheetRow) throws(FileMistake) {
    guard row.count > 0 else { return }
    previous.append(SheetTexts(row))
    let count =
      switch cut.headerRows {
      case .one: 1
      case .groupsAbove, .partsBelow, .twoAcross: 2
      case .joined(let count): count
      }
    if previous.count > count { previous.removeFirst() }
    // The first section may begin above the header.
    for text in previous[previous.count - 1].texts.values
    where cut.sections.contains(where: { $0.matches(text) }) {
      section = text.firstLine
    }
    guard previous.count == count || cut.headerRows == .groupsAbove else { return }
    guard let header = CutHeader(previous, cut.headerRows, span, names: cut.names) else { return }
    if cut.refusesTwins, let twins = header.twins {
      let places = twins.columns.map { "\($0 + 1)" }.joined(separator: " and ")
      throw FileMistake(
        path,
        line: row.number,
        "\(twins.columns.count) columns are called `\(twins.name)`: \(places)",
        hint: "`\(twins.name) (2)` is the second",
        try: (1...2).map { .naming(column: twins.name, "\(twins.name) (\($0))") }
      )
    }
    begin(header)
    lastRow = row.number
  }

  private func begin(_ header: CutHeader) {
    hasBegun = true
    state = .inRows
    keyColumns = cut.keys.map { place in
      if case .column(let name) = place { header.columns[name] } else { nil }
    }
    switch cut.figures {
    case .columns(let names):
      figureColumns = names.compactMap { name in header.columns[name].map { ($0, name, "") } }
    case .spread(let accepts):
      (figureColumns, columnsLeftOut) = header.figures(
        beside: Set(keyColumns.compactMap { $0 }),
        accepts,
        cut.acceptsGroup
      )
      figureColumns.removeAll { _, text, group in
        let rule = cut.rules.firstIndex { rule in
          rule.place == .header && !rule.allows(text) || rule.place == .group && !rule.allows(group)
        }
        return rule.map { rulesUsed.insert($0) } != nil
      }
    }
    if let lastMonth, cut.months == .header {
      figureColumns.removeAll { month(of: $0.header) ?? 0 > lastMonth }
    }
    for (column, text, _) in figureColumns { made.name(column, text) }
  }

  /// The month that a header names in the fiscal year of the title: `202604`.
  func month(of header: String) -> Int? { MonthOfYear.code(year, header) }

  // MARK: Rows

  private func read(_ row: SheetRow) throws {
    let isApart = row.number > lastRow + 1
    lastRow = row.number
    // A table with a title ends where nothing is below it any more.
    if cut.title != nil, isApart || !row.columns.contains(where: span.contains) {
      state = .done
      return
    }
    guard row.count > 0 else { return }
    let own = keyColumns.map { $0.map { trimmed(row, $0) } }
    let hasFigures = figureColumns.contains { row.place(ofColumn: $0.column) != nil }
    let label = own.lazy.compactMap { $0 }.first ?? ""
    let isSection = cut.sections.contains { $0.matches(label) }
    if isSection { section = label.firstLine }
    guard hasFigures || isKept(own, label, isSection: isSection) else { return }
    var keys: [String] = []
    for (index, place) in cut.keys.enumerated() {
      switch place {
      case .column(let name):
        var text = own[index] ?? ""
        if text.isEmpty, cut.filled.contains(name) { text = above[index] }
        above[index] = text
        keys.append(text)
      case .section: keys.append(section)
      case .year: keys.append(year)
      case .until: keys.append(until)
      case .header, .group, .cells: keys.append("")
      }
    }
    if let rule = cut.rules.firstIndex(where: { !isAllowed($0, keys, row) }) {
      rulesUsed.insert(rule)
      return
    }
    try write(row, keys)
  }
}
