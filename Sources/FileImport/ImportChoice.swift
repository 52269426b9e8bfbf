import Catalog
import Diagnostics
import Importing
import Store

/// How a file is read: by a publisher's format, or as it was declared, now or for an earlier file
/// with this header.
struct ImportChoice {
  let reading: FileReading
  /// What was declared about the columns; `nil` for a publisher's format.
  let declaration: ImportDeclaration?
  /// The names of the columns as one text, the key of stored declarations.
  let header: String

  init(
    _ header: Header,
    _ file: SourceFile,
    _ request: ImportRequest,
    _ data: ImportedData,
    _ catalog: StoredCatalog
  ) throws {
    self.header = header.columns.joined(by: "\n")
    if request.declaresColumns {
      let declaration = ImportDeclaration(request)
      reading = try declaration.reading(of: header.columns, file: file, catalog)
      self.declaration = declaration
      return
    }
    let formats = catalog.fileFormats()
    let nearest = FormatMatch.nearest(to: header.columns, among: formats)
    if let nearest, nearest.isWhole {
      reading = try FileReading(
        header.columns,
        nearest.meanings,
        request.isPreferred ? nearest.format.goingFirst : nearest.format,
        path: file.path,
        catalog: catalog
      )
      declaration = nil
      return
    }
    if let known = try data.declaration(of: self.header) {
      let declaration = ImportDeclaration(stored: known.text, request)
      try NewNames(declaration.request).declare(in: data, catalog)
      reading = try declaration.reading(of: header.columns, file: file, catalog)
      self.declaration = declaration
      return
    }
    if !request.fields.isEmpty {
      var declaration = ImportDeclaration(request)
      declaration.takeFields(catalog)
      reading = try declaration.reading(of: header.columns, file: file, catalog)
      self.declaration = declaration
      return
    }
    if let nearest { throw nearest.mistake(in: header.columns, of: file.path) }
    throw Self.unknown(header, file, formats)
  }

  private static func unknown(
    _ header: Header,
    _ file: SourceFile,
    _ formats: [FileFormat]
  ) -> ImportMistake {
    let columns = Array(header.columns.prefix(12)).joined(by: ", ")
    let more = header.columns.count > 12 ? ", and \(header.columns.count - 12) more" : ""
    return ImportMistake(
      "\(file.path): the header is of no format that is known: \(columns)\(more)",
      hint:
        "--measure and --by say what the columns are, such as --measure removals=Count --by citizenship=Country,month=Month; formats that are known: "
        + formats.map(\.name).joined(by: "; ")
    )
  }

  /// How each column was understood, a line each.
  func mapping(_ catalog: any CatalogReader) -> String {
    let columns = reading.shape.columns.indices.map { index in
      "\(reading.shape.columns[index]): \(meaning(of: index, catalog))"
    }
    let counted = reading.shape.counted.map { figure in
      "each row: \(catalog.measure(reading.measures[figure])?.name ?? "")"
    }
    return (columns + counted + said(catalog)).joined(by: "\n")
  }

  /// What was declared about the table as a whole.
  private func said(_ catalog: any CatalogReader) -> [String] {
    guard let table = reading.format.tables.first else { return [] }
    let scope = declaration == nil ? [] : table.scope.compactMap { catalog.member($0.member)?.name }
    let isPreferred = Dataset.Standing(rank: table.rank) == .preferred
    return (scope.isEmpty ? [] : ["all rows: " + scope.joined(by: ", ")])
      + (table.isComplete ? [] : ["a part of the whole"])
      + (isPreferred ? ["answers before publishers' tables"] : [])
  }

  private func meaning(of column: Int, _ catalog: any CatalogReader) -> String {
    switch reading.shape.roles[column] {
    case .ignored: "left out"
    case .figure(let figure): catalog.measure(reading.measures[figure])?.name ?? ""
    case .key(let key):
      switch reading.keys[key] {
      case .fiscalYear: "fiscal year"
      case .monthOfFiscalYear: "month of the fiscal year"
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
  fileprivate var goingFirst: FileFormat {
    FileFormat(
      key: key,
      name: name,
      publisher: publisher,
      title: title,
      url: url,
      columns: columns,
      tables: tables.map(\.goingFirst)
    )
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
      rank: Dataset.Standing.preferred.rank ?? rank,
      series: series,
      note: note
    )
  }
}
