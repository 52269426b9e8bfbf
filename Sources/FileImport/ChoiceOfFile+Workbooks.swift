import Catalog
import Diagnostics
import Importing
import Store
import Workbooks

/// Workbooks: by a publisher's format, by a sheet that was declared before, or by options.
extension ChoiceOfFile {
  func choice(of workbook: Workbook) throws -> ImportChoice {
    if request.declaresColumns { return try declared(ImportDeclaration(request), workbook) }
    if var format = KnownWorkbook.format(of: workbook, among: formats) {
      if !format.names.isEmpty {
        try NewNames.declare(format.names, in: data, catalog)
        // What it is made of has ids now.
        format = formats.first { $0.key == format.key } ?? format
      }
      let known = try KnownWorkbook(
        format,
        workbook,
        file,
        request,
        folder: folder,
        catalog,
        watch: watch
      )
      return try ImportChoice(known, request)
    }
    // A workbook of which a sheet was declared before.
    for sheet in try shown(workbook) {
      var first: [String]?
      try workbook.readRows(of: sheet) { row in
        first = (0..<row.count).map { row.text(at: $0).onOneLine }
        return row.count == 0
      }
      guard let first, let stored = try data.declaration(of: first.joined(by: "\n")) else {
        continue
      }
      var declaration = self.declaration(stored: stored.text)
      declaration.request.sheet = sheet.name
      try NewNames(declaration.request).declare(in: data, catalog)
      return try declared(declaration, workbook)
    }
    let names = workbook.sheets.filter { !$0.isHidden }.map { "`\($0.name)`" }
    throw ImportMistake(
      "\(file.path): is a workbook of no format that is known; its sheets are \(names.joined(by: ", "))",
      hint:
        "--measure and --by say what the columns of a sheet are, and --sheet which sheet, such as --sheet \((workbook.sheets.first?.name ?? "").asShellWord) --measure removals=Count --by citizenship=Country,month=Month; workbooks that are known: "
        + formats.filter { !$0.sheets.isEmpty }.map(\.name).joined(by: "; "),
      try: [.options(adding: GuessedColumns.options(of: workbook, request, catalog))]
    )
  }

  private func declared(
    _ declaration: ImportDeclaration,
    _ workbook: Workbook
  ) throws -> ImportChoice {
    let sheets = try shown(workbook)
    var failure: (any Error)?
    for sheet in sheets {
      var skipped = 0
      do {
        return try cut(declaration, workbook.place(of: sheet), firstLine: 1, sheet: sheet.name) {
          body in
          try workbook.readRows(of: sheet) { row in
            skipped += 1
            return try skipped <= declaration.request.layout.skipped || body(row)
          }
        }
      } catch let mistake as CutWithoutHeader {
        failure = failure ?? mistake
      }
    }
    guard sheets.count > 1 else {
      throw failure ?? withoutSheets
    }
    throw (failure as? CutWithoutHeader)?.inNone(of: sheets.map(\.name), file.path)
      ?? withoutSheets
  }

  private var withoutSheets: FileMistake {
    FileMistake(
      file.path,
      "is a workbook without sheets that are shown",
      hint: "show one, or name a hidden one with --sheet",
      try: [.adding("--sheet", "*")]
    )
  }

  /// The sheet that was named, or those that are shown.
  private func shown(_ workbook: Workbook) throws -> [Workbook.Sheet] {
    guard let name = request.sheet else { return workbook.sheets.filter { !$0.isHidden } }
    let pattern = NamePattern(name)
    if let sheet = workbook.sheets.first(where: { pattern.matches($0.name) }) { return [sheet] }
    let names = workbook.sheets.map(\.name)
    throw ImportMistake(
      "\(file.path): no sheet is called `\(name)`",
      hint: closestMatch(to: name, among: names).map { "nearest: --sheet \($0.asShellWord)" }
        ?? "sheets are " + names.joined(by: ", "),
      try: [
        .replacing(
          "--sheet",
          name,
          by: closestMatch(to: name, among: names) ?? names.first ?? "*"
        )
      ]
    )
  }
}
