import Diagnostics

/// What is wrong with a row, and where.
extension RecordReader {
  func mistake(
    _ position: Position,
    _ message: String,
    hint: String? = nil,
    try remedies: [ImportRemedy] = []
  ) -> FileMistake {
    FileMistake(
      path,
      line: position.line,
      column: column(of: position),
      message,
      hint: hint,
      try: remedies
    )
  }

  private func withoutColumn(_ position: Position, _ message: String) -> FileMistake {
    let remedy = ImportRemedy.leavingOut(column: column(of: position).name)
    return mistake(position, message, hint: "leave the column out", try: [remedy])
  }

  func mistake(_ flaw: CSVFlaw, _ position: Position) -> FileMistake {
    FileMistake(path, line: position.line, column: column(of: position), flaw)
      .adding(flaw.remedies(inLine: position.line))
  }

  func notUTF8(_ position: Position) -> FileMistake {
    .notUTF8(path, line: position.line, column: column(of: position))
  }

  private func column(of position: Position) -> FileMistake.NamedColumn {
    .init(name: shape.columns[position.column], number: position.column + 1)
  }

  func mistake(_ flaw: TextDictionary.Flaw, _ position: Position) -> FileMistake {
    switch flaw {
    case .notUTF8: notUTF8(position)
    case .tooLong:
      withoutColumn(position, "a text of more than \(TextDictionary.longestText) bytes")
    case .tooMany: withoutColumn(position, Self.tooManyTexts)
    case .tooMuch: withoutColumn(position, Self.tooMuchText)
    }
  }

  static var tooManyTexts: String { "more than \(TextDictionary.mostTexts) different values" }

  static var tooMuchText: String {
    "the different values of all columns together take more memory than \(TextBudget.most >> 20) MiB"
  }

  func mistake(
    _ flaw: FigureCell.Flaw,
    _ text: String,
    _ position: Position
  ) -> FileMistake {
    let shown = text.unicodeScalars.count > 40 ? String(text.prefix(40)) + "…" : text
    return switch flaw {
    case .notANumber:
      mistake(
        position,
        "`\(shown)` is not a number",
        hint: Self.helping(with: shown),
        try: Self.remedies(for: shown)
      )
    case .tooPrecise:
      mistake(
        position,
        "`\(shown)` is not a whole number",
        hint: "--new-measure NAME:UNIT:flow:3 declares a measure with three decimals",
        try: [.decimals(Self.decimals(of: text), column: column(of: position).name)]
      )
    case .tooLarge, .cut: mistake(position, "`\(shown)` is too large")
    }
  }

  /// The decimals of a figure, as far as a measure can have them.
  private static func decimals(of text: String) -> Int {
    let digits = text.split { $0 == "." || $0 == "," }.last?.utf8.count ?? 1
    return min(max(1, digits), 6)
  }

  /// The options that read a cell that holds no number.
  private static func remedies(for text: String) -> [ImportRemedy] {
    if text.hasPrefix("=") { return [.saving] }
    if figure(withDecimalComma: text) != nil { return [.adding("--decimal", ",")] }
    let marks = marks(beside: text)
    if !marks.isEmpty {
      return [.options(adding: marks.map { ImportRemedy.Option("--marks", $0) })]
    }
    let isWord = text.utf8.count <= 12 && !text.contains(where: \.isNumber) || isBound(text)
    guard isWord, !text.contains(",") else { return [] }
    return [.adding("--missing", text), .adding("--withheld", text)]
  }

  /// What may be said of a cell that holds no number.
  private static func helping(with text: String) -> String {
    if text.hasPrefix("=") {
      return "a formula that was never computed: open the workbook in a spreadsheet, and save it"
    }
    if let figure = figure(withDecimalComma: text) {
      return "decimals follow a point: \(figure); --decimal , reads a decimal comma"
    }
    let marks = marks(beside: text)
    if !marks.isEmpty {
      let options = marks.map { "--marks \($0.asShellWord)" }.joined(separator: " ")
      return "\(options) where that is no part of the figure"
    }
    guard text.utf8.count <= 12, !text.contains(where: \.isNumber) || isBound(text) else {
      return "1208, 1,208 or 1208.5, empty, or D for withheld"
    }
    let word = text.asShellWord
    return
      "--missing \(word) where it means not published, --withheld \(word) where the publisher keeps it back"
  }

  /// What is written beside the one figure in a text: `[a]` of `9[a]`, `$` of `$1,250`, the space
  /// of `12 345`; empty where there is no such figure, or what it says is that the figure is not
  /// exact.
  private static func marks(beside text: String) -> [String] {
    guard !isBound(text), let figure = MarkedFigure(text, beside: true) else { return [] }
    let marks = figure.marks.filter { !$0.contains(",") }
    guard !figure.core.contains(" ") || figure.hasSpaces else { return [] }
    return marks + (figure.hasSpaces ? [" "] : [])
  }

  /// Whether a text says that a figure is less or more than a number: `<11`.
  private static func isBound(_ text: String) -> Bool {
    text.contains { "<>≤≥~".contains($0) }
  }

  /// `1,23` and `1.234,5` as they are read: `1.23`, `1234.5`; `nil` for everything else.
  private static func figure(withDecimalComma text: String) -> String? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty,
      (parts[0] + parts[1]).allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }),
      !parts[1].contains(".")
    else { return nil }
    return parts[0].filter { $0 != "." } + "." + parts[1]
  }

  /// A row that ends before the last column of the header; `end` is after it. Notes are often below
  /// a table, in its first column.
  @inline(never)
  func tooFewCells(_ base: UnsafePointer<UInt8>, _ end: Int, _ position: Position) -> FileMistake {
    let flaw = CSVFlaw.cells(position.column + 1, header: columnCount)
    var start = max(0, end - 1)
    while start > 0, base[start - 1] != .lineFeed { start -= 1 }
    let row = UnsafeBufferPointer(start: base + start, count: max(0, end - 1 - start))
    let cell = row.prefix { $0 != delimiter && $0 != .carriageReturn }
    let text = String(decoding: cell, as: UTF8.self)
    guard let name = shape.columns.first, !name.isEmpty, !text.isEmpty, !text.contains("\"") else {
      return FileMistake(path, line: position.line, flaw)
    }
    let words = text.split(separator: " ", maxSplits: 2)
    let shown = words.count < 3 ? text : words.prefix(2).joined(separator: " ") + "*"
    let leavingOut = ImportRemedy.adding("--leave-out", "\(name)=\(shown)")
    return FileMistake(
      path,
      line: position.line,
      flaw.message,
      hint: "a note below the table? --leave-out \("\(name)=\(shown)".asShellWord) leaves it out",
      // A row of several cells may be one of the table, which is looked at before it is left out.
      try: position.column == 0
        ? [leavingOut, .showing([position.line])]
        : [.showing([position.line]), leavingOut]
    )
  }

  func tooManyCells(_ line: Int) -> FileMistake {
    FileMistake(path, line: line, "more cells than the header, which has \(columnCount)")
  }

  func mistake(_ flaw: Cube.Flaw, on line: Int) -> FileMistake {
    switch flaw {
    case .tooLarge(let figure):
      let column = shape.roles.firstIndex(of: .figure(figure)) ?? 0
      return mistake(
        Position(line: line, column: column),
        FigureCell.sumTooLarge
      )
    case .tooManyValues:
      let (column, count) = RecordReader.largest(of: dictionaries, shape)
      return FileMistake(
        path,
        line: line,
        "too many different values in the file; column \(column) has \(count): leave it out",
        try: [.leavingOut(column: column)]
      )
    }
  }

  /// The column with the most values, and their number.
  private static func largest(
    of dictionaries: [TextDictionary],
    _ shape: TableShape
  ) -> (column: String, count: Int) {
    let counts = dictionaries.map(\.count)
    let key = counts.indices.max { counts[$0] < counts[$1] } ?? 0
    return (shape.columns[shape.column(ofKey: key)], counts[key])
  }
}
