import Catalog
import Diagnostics
import Importing
import Store
import Workbooks

/// How a file is read: by a publisher's format, or as it was declared, now or for an earlier file
/// with this header.
struct ImportChoice {
  /// The tables of the file; several where it is a known workbook.
  let pieces: [FilePiece]
  /// What the file is, and the source that it becomes.
  let format: FileFormat
  /// What was declared about the columns; `nil` for a publisher's format.
  let declaration: ImportDeclaration?
  /// The names of the columns as one text, the key of stored declarations.
  let header: String
  /// The last day of the figures, where the file or its user says it.
  let lastDay: Day?
  /// The sheet that the table is cut out of; `nil` where it is the whole file.
  private let part: String?
  /// What is said of parts that are not read.
  let remarks: [String]

  init(_ workbook: KnownWorkbook, _ request: ImportRequest) throws {
    part = nil
    pieces = workbook.pieces
    format = workbook.format
    declaration = nil
    header = ""
    lastDay = workbook.lastDay
    remarks = workbook.remarks
  }

  init(
    _ piece: FilePiece,
    _ declaration: ImportDeclaration?,
    _ header: String,
    _ request: ImportRequest,
    part: String? = nil,
    remarks: [String] = []
  ) {
    self.part = part
    pieces = [piece]
    format = piece.reading.format
    self.declaration = declaration
    self.header = header
    lastDay = request.until.flatMap(Day.init(publishedBy:))
    self.remarks = remarks
  }

  /// How each column was understood, a line each.
  func mapping(_ catalog: any CatalogReader) -> String {
    var lines = part.map { [$0] } ?? []
    for piece in pieces {
      if pieces.count > 1 { lines.append("\(piece.reading.format.key):") }
      lines += piece.reading.mapping(catalog)
    }
    return (lines + said(catalog)).joined(by: "\n")
  }

  /// What was declared about the table as a whole.
  private func said(_ catalog: any CatalogReader) -> [String] {
    guard let table = pieces.first?.reading.format.tables.first else { return [] }
    let scope = declaration == nil ? [] : table.scope.compactMap { catalog.member($0.member)?.name }
    let isPreferred = Dataset.Standing(rank: table.rank) == .preferred
    let fixed = pieces.count == 1 ? pieces[0].reading.fixedPeriod : nil
    return (scope.isEmpty ? [] : ["all rows: " + scope.joined(by: ", ")])
      + (fixed.map { ["all rows: \($0.text)"] } ?? [])
      + (table.isComplete ? [] : declaration == nil ? [] : ["a part of the whole"])
      + (declaration != nil && table.rounding > 1 ? ["rounded to \(table.rounding)"] : [])
      + (isPreferred ? ["answers before publishers' tables"] : [])
  }
}

extension FileReading {
  /// How each column was understood, a line each.
  fileprivate func mapping(_ catalog: any CatalogReader) -> [String] {
    let columns = shape.columns.indices.map { index in
      "\(shape.columns[index]): \(meaning(of: index, catalog))"
    }
    return columns
      + shape.counted.map { "each row: \(catalog.measure(measures[$0])?.name ?? "")" }
  }

  private func meaning(of column: Int, _ catalog: any CatalogReader) -> String {
    switch shape.roles[column] {
    case .ignored: "left out"
    case .figure(let figure): catalog.measure(measures[figure])?.name ?? ""
    case .key(let key):
      switch keys[key] {
      case .fiscalYear: "fiscal year"
      case .monthOfYear:
        keys.contains(.fiscalYear) ? "month of the fiscal year" : "month of the year"
      case .quarter(let years):
        switch years {
        case .fiscal: "fiscal quarter"
        case .calendar: "calendar quarter"
        case nil: "quarter"
        }
      case .time(let time): time.rawValue
      case .dimensions(let ids):
        ids.compactMap { catalog.dimension($0)?.name }.joined(by: " or ")
      case .ignored, .measure: ""
      }
    }
  }
}

extension FileFormat {
  /// The same with tables that answer before those of publishers.
  var goingFirst: FileFormat { with(tables: tables.map(\.goingFirst)) }

  /// The same with other tables.
  func with(key: String? = nil, tables: [Table]) -> FileFormat {
    var format = FileFormat(
      key: key ?? self.key,
      name: name,
      publisher: publisher,
      title: title,
      url: url,
      columns: columns,
      tables: tables
    )
    (format.values, format.names) = (values, names)
    return format
  }
}

extension FileFormat.Table {
  fileprivate var goingFirst: FileFormat.Table {
    FileFormat.Table(
      key: key,
      title: title,
      rows: rows,
      scope: scope,
      dimensions: dimensions,
      measures: measures,
      absent: absent,
      isComplete: isComplete,
      addsUp: addsUp,
      rounding: rounding,
      rank: Dataset.Standing.preferred.rank ?? rank,
      series: series,
      hasTransitionQuarter: hasTransitionQuarter,
      note: note
    )
  }
}
