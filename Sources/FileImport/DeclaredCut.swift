import Catalog
import Diagnostics
import Importing

/// How a table is cut out that its user declares: what options say of a sheet, a wide table or a
/// header of several rows.
struct DeclaredCut {
  private let declaration: ImportDeclaration
  private let catalog: any CatalogReader
  private let isOfSheet: Bool

  private var request: ImportRequest { declaration.request }

  /// `isOfSheet`: whether it is cut out of a workbook, and not of text.
  init(_ declaration: ImportDeclaration, _ catalog: any CatalogReader, isOfSheet: Bool) {
    self.declaration = declaration
    self.catalog = catalog
    self.isOfSheet = isOfSheet
  }

  /// What is read across the columns, by its name in `--across`; of two, the first is in the upper
  /// row of the header.
  private var across: [String] {
    request.across?.split(separator: ",").map { trimmed(String($0)) } ?? []
  }

  private func meaningsAcross() throws -> [FileFormat.Meaning] {
    guard across.count <= 2 else {
      throw ImportMistake(
        "--across takes one or two names, and not `\(request.across ?? "")`",
        hint: "--across fy,sex",
        try: [
          .replacing(
            "--across",
            request.across ?? "",
            by: Array(across.prefix(2)).joined(by: ",")
          )
        ]
      )
    }
    return try across.map { try declaration.meaning(of: $0, catalog) }
  }

  /// The places of what is read across.
  private var placesAcross: [TableCut.Place] { across.count == 2 ? [.group, .header] : [.header] }

  func cut() throws -> TableCut {
    var keys: [TableCut.Place] = try request.breakdowns.map { assignment in
      // The name is checked here, so that a slip is told before a column is sought.
      _ = try declaration.meaning(of: assignment.name, catalog)
      return TableCut.Place(assignment.column ?? assignment.name)
    }
    let rules = try leftOut()
    for rule in rules where !keys.contains(rule.place) && !placesAcross.contains(rule.place) {
      keys.append(rule.place)
    }
    let figures: TableCut.Figures
    let meanings = try meaningsAcross()
    if let last = meanings.last {
      keys += placesAcross
      figures = .spread(accepting(last))
    } else {
      figures = .columns(try request.measures.compactMap { try column(of: $0) })
    }
    var cut = TableCut(keys: keys, figures: figures)
    cut.rules = rules
    if request.layout.headerRows > 1 { cut.headerRows = .joined(request.layout.headerRows) }
    if meanings.count == 2 {
      cut.headerRows = .twoAcross
      cut.acceptsGroup = accepting(meanings[0])
    }
    cut.refusesTwins = request.layout.headerRows == 1
    // Below the table of a sheet are notes; in a file of text every line is a row.
    cut.rowsWithoutFigures = isOfSheet ? .leaveOut : .keep
    return cut
  }

  /// Rows that are left out: `Country=Total`.
  private func leftOut() throws -> [TableCut.NameRule] {
    try request.leftOut.map { assignment in
      guard let value = assignment.column else {
        throw ImportMistake(
          "--leave-out takes COLUMN=VALUE, and not `\(assignment.text)`",
          hint: "--leave-out Country=Total",
          try: [
            .replacing(
              "--leave-out",
              assignment.text,
              by:
                "\(request.breakdowns.first.map { $0.column ?? $0.name } ?? "COLUMN")=\(assignment.name)"
            )
          ]
        )
      }
      return TableCut.NameRule(
        place: across.firstIndex(of: assignment.name).map { placesAcross[$0] }
          ?? TableCut.Place(assignment.name),
        keeps: false,
        names: NamePattern.alternatives(value)
      )
    }
  }

  private func column(of assignment: ImportRequest.Assignment) throws -> String? {
    request.countsRows && assignment.column == nil ? nil : assignment.column ?? assignment.name
  }

  /// Which headers are read across: those that are such a period; of a dimension all.
  private func accepting(_ meaning: FileFormat.Meaning) -> @Sendable (String) -> Bool {
    let dates = request.dates
    return switch meaning {
    case .fiscalYear, .time(.fiscalYear): { PeriodText.fiscalYear($0) != nil }
    case .monthOfYear: { PeriodText.month($0) != nil }
    case .quarter: { QuarterText($0) != nil }
    case .time(.month): { PeriodText.yearAndMonth($0, dates) != nil }
    case .time(.calendarYear): { PeriodText.calendarYear($0) != nil }
    case .time(.date), .time(.span): { PeriodText.day($0, dates) != nil }
    case .ignored, .dimensions, .measure: { _ in true }
    }
  }

  /// How the columns are understood that the cut made.
  func reading(
    of columns: [String],
    file: SourceFile,
    named source: SourceFile
  ) throws -> FileReading {
    var own = declaration
    if !across.isEmpty {
      own.request.breakdowns += zip(across, placesAcross).map { .init(name: $0, column: $1.name) }
      own.request.measures = request.measures.map {
        .init(name: $0.name, column: CutReader.figure)
      }
    }
    return try own.reading(of: columns, file: file, named: source, catalog)
  }

  func noHeader(_ place: String, _ seen: [String], _ line: Int) -> any Error {
    let names = (try? cut())?.keys.compactMap { key -> String? in
      if case .column(let name) = key { name } else { nil }
    }
    let figures = across.isEmpty ? request.measures.map { $0.column ?? $0.name } : []
    return CutWithoutHeader(place: place, names: (names ?? []) + figures, seen: seen)
  }

  /// What may help where nothing is read across: an order of dates, a dimension below years, or a
  /// year for months.
  private func rereading(_ columns: [String]) -> [ImportRemedy] {
    guard let across = request.across else { return [.showingBeginning] }
    let dates = notations(columns)
    if !dates.isEmpty { return dates.map { .adding("--dates", $0.text) } }
    if self.across.count == 1, request.layout.headerRows == 2 {
      return [.replacing("--across", across, by: "\(across),sex")]
    }
    if self.across == ["month"], !declaration.namesYear {
      return [.adding("--scope", "fy=\(request.today.prefix(4))")]
    }
    return [.replacing("--across", across, by: across == "fy" ? "month" : "fy")]
  }

  /// The orders of day, month and year in which most columns are such periods, where some are.
  private func notations(_ columns: [String]) -> [DateNotation] {
    let read: (DateNotation, String) -> Bool =
      switch across.last {
      case "date", "day": { $0.day($1) != nil }
      case "month": { $0.yearAndMonth($1) != nil }
      default: { _, _ in false }
      }
    let counts = DateNotation.usual.map { notation in columns.count { read(notation, $0) } }
    let most = counts.max() ?? 0
    return most == 0 ? [] : zip(DateNotation.usual, counts).filter { $1 == most }.map(\.0)
  }

  func noFigures(_ place: String, _ columns: [String]) -> ImportMistake {
    ImportMistake(
      "\(place): no figure is left to read",
      hint: request.across.map {
        across.count == 1 && request.layout.headerRows == 2
          ? "--across \($0.asShellWord),DIMENSION reads a header of two rows"
          : "--across \($0.asShellWord) reads the columns whose header is such a period or value"
            + (across == ["month"] && !declaration.namesYear
              ? "; months without a year are read with --scope fy=2024, --scope cy=2024 or --by fy=COLUMN"
              : "")
      },
      try: rereading(columns)
    )
  }
}
