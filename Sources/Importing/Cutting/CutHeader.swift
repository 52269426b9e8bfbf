/// The header of a table that is cut out: what is above each of its columns.
struct CutHeader {
  /// The columns that have names, by these.
  private(set) var columns: [String: Int] = [:]
  /// A name that is wanted and several columns have, with these.
  private(set) var twins: (name: String, columns: [Int])?
  /// The header of each column that has one, in the order of the columns, and the group above it.
  private(set) var all: [(column: Int, header: String, group: String)] = []

  /// Reads rows of a header, from a column to another one that is not read; `nil` where they lack a
  /// name that is wanted.
  init?(_ rows: [SheetTexts], _ kind: TableCut.HeaderRows, _ span: Range<Int>, names: [String]) {
    let named = kind == .groupsAbove ? rows[rows.count - 1] : rows[0]
    let last = rows[rows.count - 1]
    var carried = [String](repeating: "", count: rows.count)
    let found = Set(rows.flatMap { $0.texts.keys }).filter(span.contains).sorted()
    for column in found {
      var levels: [String] = []
      for (level, row) in rows.enumerated() {
        let own = row.texts[column] ?? ""
        if !own.isEmpty || level == rows.count - 1 { carried[level] = own }
        levels.append(carried[level])
      }
      let header: String
      if case .joined = kind {
        header = levels.filter { !$0.isEmpty }.joined(separator: " ")
      } else {
        header = kind == .partsBelow ? last.texts[column] ?? "" : levels[levels.count - 1]
      }
      let group = rows.count > 1 ? levels[0] : ""
      all.append((column, header, group))
    }
    for name in names {
      guard let column = Self.column(name, rows, named, all, span, kind) else { return nil }
      columns[name] = column
      let own = Self.places(of: NamePattern(name), named, span)
      if own.count > 1 { twins = twins ?? (name, own) }
    }
  }

  private static func column(
    _ name: String,
    _ rows: [SheetTexts],
    _ named: SheetTexts,
    _ all: [(column: Int, header: String, group: String)],
    _ span: Range<Int>,
    _ kind: TableCut.HeaderRows
  ) -> Int? {
    guard !name.isEmpty else { return withoutName(rows[rows.count - 1], span) }
    let key = NamePattern(name)
    func only(_ columns: [Int]) -> Int? { columns.count == 1 ? columns[0] : nil }
    switch kind {
    case .one, .groupsAbove, .partsBelow: break
    case .joined, .twoAcross:
      let whole = all.filter { key.matches($0.header) }.map(\.column)
      if kind != .twoAcross, let column = only(whole) { return column }
      for row in rows.reversed() {
        let own = row.texts.filter { key.matches($0.value) }.keys
        if let column = only(own.filter(span.contains)) { return column }
      }
      return nil
    }
    // The leftmost of several: the others belong to groups, or are named by their place.
    return places(of: key, named, span).first ?? place(name, named, span)
  }

  /// The first column, where it alone has no name.
  private static func withoutName(_ row: SheetTexts, _ span: Range<Int>) -> Int? {
    let first = span.lowerBound
    return row.texts[first] == nil && row.texts.keys.count(where: span.contains) > 1 ? first : nil
  }

  /// The second column of a name from the left, for `Year (2)`.
  private static func place(_ text: String, _ named: SheetTexts, _ span: Range<Int>) -> Int? {
    guard let own = NameWithPlace(text) else { return nil }
    let columns = places(of: NamePattern(own.name), named, span)
    return columns.count >= own.place ? columns[own.place - 1] : nil
  }

  private static func places(
    of name: NamePattern,
    _ named: SheetTexts,
    _ span: Range<Int>
  ) -> [Int] {
    named.texts.filter { name.matches($0.value) }.keys.filter(span.contains).sorted()
  }
}
