import Catalog
import Diagnostics
import Importing

/// The columns that options name, and the table that they make.
extension ImportDeclaration {
  /// The meanings of the columns of a file, and the one table that it becomes.
  func reading(
    of columns: [String],
    file: SourceFile,
    named source: SourceFile? = nil,
    _ catalog: any CatalogReader
  ) throws -> FileReading {
    let source = source ?? file
    var meanings = Array(repeating: FileFormat.Meaning.ignored, count: columns.count)
    let named = NamedColumns(columns, of: file)
    let (measures, counted) = try takeMeasures(named, &meanings, catalog)
    let dimensions = try takeBreakdowns(named, &meanings, catalog)
    let format = FileFormat(
      key: key(of: source),
      name: "a declared table",
      publisher: publisher,
      title: title(of: source),
      url: request.url ?? "",
      columns: [],
      tables: [try table(measures, dimensions, source, catalog)]
    )
    let reading = try FileReading(
      columns,
      meanings,
      format,
      counted: counted,
      fixedPeriod: try fixedPeriod(catalog),
      words: request.words,
      notation: request.notation,
      dates: request.dates,
      path: file.path,
      catalog: catalog
    )
    try checkQuarters(reading, measures, file)
    return reading
  }

  /// `--source "Publisher: Title"`; without a colon it is both.
  private var publisher: String {
    guard let source = request.source else { return "" }
    guard let colon = source.firstIndex(of: ":") else { return source }
    return trimmed(String(source[..<colon]))
  }

  private func title(of file: SourceFile) -> String {
    guard let source = request.source, let colon = source.firstIndex(of: ":") else {
      return file.name
    }
    return trimmed(String(source[source.index(after: colon)...]))
  }

  private func key(of file: SourceFile) -> String {
    Self.key(
      named: request.name ?? file.name.split(separator: ".").first.map(String.init) ?? "table"
    )
  }

  /// The key of a table with a name: `Removals 2026` is `removals-2026`.
  static func key(named name: String) -> String {
    let letters = name.lowercased().unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        ? Character(scalar) : "-"
    }
    let key = String(letters).split(separator: "-").joined(separator: "-")
    return key.isEmpty ? "table" : key
  }

  private func table(
    _ measures: [Measure],
    _ dimensions: [Int],
    _ file: SourceFile,
    _ catalog: any CatalogReader
  ) throws -> FileFormat.Table {
    let scope = try declaredScope(catalog)
    if let double = scope.first(where: { dimensions.contains($0.dimension) }) {
      let name = catalog.dimension(double.dimension)?.name ?? ""
      let own = request.scope.first { Spelling.key(of: $0.name) == Spelling.key(of: name) }
      throw ImportMistake(
        "\(file.path): \(name) is a column and fixed as well",
        try: [.removing("--scope", own?.text)]
      )
    }
    let implied = ImpliedScope(of: measures, by: dimensions, beside: scope, catalog)
    return FileFormat.Table(
      key: key(of: file),
      title: title(of: file),
      rows: [],
      scope: scope + implied.entries,
      dimensions: dimensions,
      measures: measures.map(\.id),
      absent: request.isPartial ? .unknown : .zero,
      // A mean over all people is not made of those over some of them.
      isComplete: !request.isPartial && !measures.contains { $0.kind == .mean },
      rounding: request.rounding,
      // The rank: after publishers' tables, unless it is to go first.
      rank: (request.isPreferred ? Dataset.Standing.preferred : .declared).rank ?? 0,
      series: 0,
      note: ""
    )
  }

  /// The values that hold for all rows.
  func declaredScope(_ catalog: any CatalogReader) throws -> [Dataset.ScopeEntry] {
    try request.scope.filter { try !isPeriod($0, catalog) }.map { try entry($0, catalog) }
  }

  /// Whether what holds for all rows is a period: `fy=2017`.
  private func isPeriod(
    _ assignment: ImportRequest.Assignment,
    _ catalog: any CatalogReader
  ) throws -> Bool {
    switch try meaning(of: assignment.name, catalog) {
    case .fiscalYear, .monthOfYear, .quarter, .time: true
    case .ignored, .dimensions, .measure: false
    }
  }

  /// The period of all rows.
  private func fixedPeriod(_ catalog: any CatalogReader) throws -> FixedPeriod? {
    let periods = try request.scope.filter { try isPeriod($0, catalog) }
    guard let first = periods.first else { return nil }
    let meaning = try meaning(of: first.name, catalog)
    guard periods.count == 1, let text = first.column,
      let period = FixedPeriod(text, meaning, request.dates)
    else {
      throw ImportMistake(
        "--scope takes one period for all rows, and not `\(periods.map(\.text).joined(by: ", "))`",
        hint: "--scope fy=2017, --scope month=2017-05, --scope cy=2017 or --scope date=2017-05-12",
        try: periods.count == 1
          ? otherPeriods(first, meaning)
          : [
            .options(
              adding: [],
              removing: periods.dropFirst().map { ImportRemedy.Option("--scope", $0.text) }
            )
          ]
      )
    }
    return period
  }

  /// A period of all rows that is written otherwise; another one where it is none.
  private func otherPeriods(
    _ assignment: ImportRequest.Assignment,
    _ meaning: FileFormat.Meaning
  ) -> [ImportRemedy] {
    let dates = DateNotation.usual.filter {
      FixedPeriod(assignment.column ?? "", meaning, $0) != nil
    }
    guard dates.isEmpty else {
      return dates.map { .adding("--dates", $0.text) }
    }
    return [.replacing("--scope", assignment.text, by: "fy=\(request.today.prefix(4))")]
  }

  private func entry(
    _ assignment: ImportRequest.Assignment,
    _ catalog: any CatalogReader
  ) throws -> Dataset.ScopeEntry {
    guard case .dimensions(let ids) = try meaning(of: assignment.name, catalog),
      let dimension = ids.first, let value = assignment.column
    else {
      throw ImportMistake(
        "--scope takes DIMENSION=VALUE, and not `\(assignment.text)`",
        try: [.removing("--scope", assignment.text)]
      )
    }
    let members = KnownValues(catalog).find(value, in: [dimension]).members
    guard members.count == 1 else {
      let nearest = nearest(to: value, of: dimension, catalog)
      throw ImportMistake(
        "no \(assignment.name) is called `\(value)`",
        hint: nearest.isEmpty ? nil : "nearest: " + nearest.joined(by: ", "),
        try: nearest.isEmpty
          ? [.line("tally 'show values of \(catalog.dimension(dimension)?.name ?? "")'")]
          : nearest.prefix(3).map {
            .replacing("--scope", assignment.text, by: "\(assignment.name)=\($0)")
          }
      )
    }
    return Dataset.ScopeEntry(dimension: dimension, member: members[0])
  }
}
