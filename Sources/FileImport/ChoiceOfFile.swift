import Asking
import Catalog
import Diagnostics
import Importing
import Store
import Workbooks

/// Decides how a file is read: by its options, by a publisher's format, as an earlier file with
/// this header was, or by the names of its fields.
struct ChoiceOfFile {
  let file: SourceFile
  let request: ImportRequest
  let data: ImportedData
  let pipeline: Pipeline
  var catalog: StoredCatalog { pipeline.catalog }
  var formats: [FileFormat] {
    pipeline.catalog.fileFormats(withSheets: file.kind == .workbook)
  }
  let folder: String
  /// Receives the number of rows that were looked at, and stops by throwing.
  let watch: (Int) throws -> Void

  init(
    _ file: SourceFile,
    _ request: ImportRequest,
    _ data: ImportedData,
    _ pipeline: Pipeline,
    folder: String,
    watch: @escaping (Int) throws -> Void
  ) {
    self.watch = watch
    self.file = file
    self.request = Self.asStored(request, in: file)
    self.data = data
    self.pipeline = pipeline
    self.folder = folder
  }

  func choice() throws -> ImportChoice {
    do {
      return try found()
    } catch let cut as CutWithoutHeader {
      throw cut.mistake
    } catch let missing as MissingColumn {
      throw missing.mistake
    }
  }

  private func found() throws -> ImportChoice {
    switch file.kind {
    case .workbook: try choice(of: file.workbook())
    case .objects:
      try choice(
        of: TableOfObjects(file, folder: folder).made(watch: watch),
        TableLayout(delimiter: 0x2c)
      )
    case .table: try choice(of: file, request.layout)
    }
  }

  // MARK: Tables of text

  private func choice(of table: SourceFile, _ layout: TableLayout) throws -> ImportChoice {
    if request.declaresColumns { return try declared(ImportDeclaration(request), table, layout) }
    let header = try Header(of: table, layout)
    let formats = formats
    if let known = try known(table, layout, header, formats) { return known }
    if let stored = try declaration(of: table, layout, header) {
      let declaration = self.declaration(stored: stored.text)
      try NewNames(declaration.request).declare(in: data, catalog)
      return try declared(declaration, table, layout)
    }
    if !request.fields.isEmpty {
      var declaration = ImportDeclaration(request)
      declaration.takeFields(catalog)
      if !request.question.isEmpty {
        // A question of another version of the program may not be one any more.
        let said = try? QuestionOfTable(request.question, fields: request.fields, pipeline)
        declaration.request.scope += said?.scope ?? []
        if said?.isPartial ?? false { declaration.request.isPartial = true }
      }
      return try declared(declaration, table, layout)
    }
    let nearest = FormatMatch.nearest(to: header.columns, among: formats)
    if let nearest {
      let mistake = nearest.mistake(in: header.columns, of: table.path)
      guard mistake.remedies == [.showingBeginning] else { throw mistake }
      throw mistake.instead(try: [guessed(table, layout)])
    }
    throw unknown(header.columns, of: table, layout)
  }

  /// A publisher's file, with or without lines above its header.
  private func known(
    _ table: SourceFile,
    _ layout: TableLayout,
    _ first: Header,
    _ formats: [FileFormat]
  ) throws -> ImportChoice? {
    var (layout, header) = (layout, first)
    for _ in 0...Self.mostTitles {
      let nearest = FormatMatch.nearest(to: header.columns, among: formats)
      if let nearest, nearest.isWhole {
        let format = request.isPreferred ? nearest.format.goingFirst : nearest.format
        let reading = try FileReading(
          header.columns,
          nearest.meanings,
          format,
          words: request.words,
          path: table.path,
          catalog: catalog
        )
        let piece = FilePiece(file: table, header: header, reading: reading)
        return ImportChoice(piece, nil, header.columns.joined(by: "\n"), request)
      }
      // Titles are above headers that have several columns.
      guard header.columns.filter({ !$0.isEmpty }).count < 3 else { return nil }
      layout.skipped += 1
      guard let next = try? Header(of: table, layout) else { return nil }
      header = next
    }
    return nil
  }

  private static let mostTitles = 20

  private func declared(
    _ declaration: ImportDeclaration,
    _ table: SourceFile,
    _ layout: TableLayout
  ) throws -> ImportChoice {
    if declaration.request.isCut {
      let rows = RowsOfText(table, declaration.request.layout)
      return try cut(declaration, table.path, firstLine: layout.skipped + 1) { try rows.read($0) }
    }
    let layout = table.kind == .table ? declaration.request.layout : layout
    let header = try Header(of: table, layout)
    do {
      let reading = try declaration.reading(of: header.columns, file: table, catalog)
      let piece = FilePiece(file: table, header: header, reading: reading)
      return ImportChoice(piece, declaration, header.columns.joined(by: "\n"), request)
    } catch let missing as MissingColumn {
      guard let piece = below(header, declaration, table, layout) else {
        throw missing.mistake(perhaps: columns(like: missing.name, declaration, table, layout))
      }
      let above = piece.header.ownLine - header.ownLine
      return ImportChoice(
        piece,
        declaration,
        piece.header.columns.joined(by: "\n"),
        request,
        remarks: [
          "line \(piece.header.ownLine) has the columns that are named: "
            + "\(above == 1 ? "the line" : "\(above) lines") above it left out"
        ]
      )
    }
  }

  /// The columns that nothing is said of, and that hold what a column must hold that is not there:
  /// figures or not.
  private func columns(
    like name: String,
    _ declaration: ImportDeclaration,
    _ table: SourceFile,
    _ layout: TableLayout
  ) -> [String] {
    let (by, measures) = (declaration.request.breakdowns, declaration.request.measures)
    let taken = (by + measures).map { $0.column ?? $0.name }.filter { $0 != name }
    let sketch = TableSketch(of: table, layout).without(columns: taken)
    let figures = GuessedColumns(sketch, request, catalog).figures
    guard !measures.contains(where: { $0.column == name }) else { return figures }
    return sketch.names.filter { !$0.isEmpty && !figures.contains($0) }
  }

  /// The table whose header is the first line below another one that has all columns that are
  /// named: titles are above it. `nil` where none has them.
  private func below(
    _ first: Header,
    _ declaration: ImportDeclaration,
    _ table: SourceFile,
    _ layout: TableLayout
  ) -> FilePiece? {
    for header in headers(below: layout, of: table) {
      if let reading = try? declaration.reading(of: header.columns, file: table, catalog) {
        return FilePiece(file: table, header: header, reading: reading)
      }
    }
    return nil
  }

  /// What an earlier file of text was declared as that had this header.
  func storedDeclaration() throws -> ImportDeclaration? {
    guard file.kind == .table, let header = try? Header(of: file, request.layout) else {
      return nil
    }
    return try declaration(of: file, request.layout, header).map { declaration(stored: $0.text) }
  }

  /// What an earlier file was declared as that had this header, below titles or without them.
  private func declaration(
    of table: SourceFile,
    _ layout: TableLayout,
    _ header: Header
  ) throws -> (name: String, text: String)? {
    for own in [header] + headers(below: layout, of: table) {
      if let stored = try data.declaration(of: own.columns.joined(by: "\n")) { return stored }
      // Titles are above headers that have several columns.
      guard own.columns.filter({ !$0.isEmpty }).count < 3 else { return nil }
    }
    return nil
  }

  /// The lines below a header, each as a header.
  private func headers(below layout: TableLayout, of table: SourceFile) -> [Header] {
    var layout = layout
    var headers: [Header] = []
    for _ in 0..<Self.mostTitles {
      layout.skipped += 1
      guard let header = try? Header(of: table, layout) else { break }
      headers.append(header)
    }
    return headers
  }

  /// The same import with options that say what the columns seem to be.
  private func guessed(_ table: SourceFile, _ layout: TableLayout) -> ImportRemedy {
    let guessed = GuessedColumns(TableSketch(of: table, layout), request, catalog)
    return .options(adding: guessed.options)
  }

  private func unknown(
    _ names: [String],
    of table: SourceFile,
    _ layout: TableLayout
  ) -> ImportMistake {
    let columns = names.prefix(12).map(\.onOneLine).joined(by: ", ")
    let more = names.count > 12 ? ", and \(names.count - 12) more" : ""
    return ImportMistake(
      "\(file.path): the header is of no format that is known: \(columns)\(more)",
      hint:
        "--measure and --by say what the columns are, such as --measure removals=Count --by citizenship=Country,month=Month; formats that are known: "
        + formats.map(\.name).joined(by: "; "),
      try: [guessed(table, layout)]
    )
  }
}
