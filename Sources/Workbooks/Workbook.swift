package import Diagnostics

/// A workbook of a spreadsheet (.xlsx, ECMA-376): its sheets, whose rows are read one after the
/// other and never held together.
package final class Workbook {
  /// One of its sheets.
  package struct Sheet: Sendable {
    /// As on its tab.
    package let name: String
    /// Whether a spreadsheet does not show it.
    package let isHidden: Bool
    /// Where it lies in the archive.
    let part: String
  }

  /// In the order of their tabs.
  package let sheets: [Sheet]
  /// How the file is called in messages.
  package let path: String

  private let parts: PartsOfPackage
  private let keepsNotes: Bool
  private let from1904: Bool
  private lazy var loaded = Result { try loadTexts() }

  /// Reads the list of sheets of the workbook that is open as a file.
  ///
  /// Raised letters in texts are marks of footnotes and are left out, unless `keepsNotes`. Throws
  /// where the file is no workbook of this kind, is encrypted or is damaged.
  package init(
    _ descriptor: Int32,
    path: String,
    keepsNotes: Bool = false
  ) throws(FileMistake) {
    self.path = path
    self.keepsNotes = keepsNotes
    parts = try PartsOfPackage(descriptor, path: path)
    do {
      let main = try Self.mainPart(parts)
      let links = Relations(folder: String(main.prefix { $0 != "/" }))
      try Self.read(parts, Self.relations(of: main), links, most: Self.mostOfLists)
      let list = SheetList()
      try Self.read(parts, main, list, most: Self.mostOfLists)
      from1904 = list.from1904
      sheets = list.sheets.compactMap { sheet in
        links.targets[sheet.relation].map {
          Sheet(name: sheet.name, isHidden: sheet.isHidden, part: $0)
        }
      }
    } catch let mistake as FileMistake {
      throw mistake
    } catch {
      preconditionFailure("reading fails in a way of its own: \(error)")
    }
    guard !sheets.isEmpty else {
      throw FileMistake(
        path,
        "is a workbook without sheets",
        hint: "open it in a spreadsheet, and save it again",
        try: [.saving]
      )
    }
  }

  private static let mostOfLists = 16 << 20
  private static let mostOfTexts = 512 << 20
  private static let mostOfSheet = 2 << 30

  /// Gives the rows of a sheet that have cells to `body`, one after the other, until that returns
  /// `false`.
  package func readRows(of sheet: Sheet, _ body: (SheetRow) throws -> Bool) throws {
    let (strings, styles) = try loaded.get()
    try withoutActuallyEscaping(body) { body in
      let parser = SheetParser(
        strings,
        styles: styles,
        from1904: from1904,
        keepsNotes: keepsNotes,
        place: place(of: sheet),
        body
      )
      do {
        try Self.read(parts, sheet.part, parser, most: Self.mostOfSheet)
      } catch is SheetParser.Enough {
        return
      }
    }
  }

  /// A sheet in messages: `ice.xlsx, sheet Detention FY26`.
  package func place(of sheet: Sheet) -> String { "\(path), sheet \(sheet.name)".onOneLine }

  private func loadTexts() throws -> (SharedStrings, [Bool]) {
    let strings = SharedStrings(path: path, keepsNotes: keepsNotes)
    if parts.has("xl/sharedStrings.xml") {
      try Self.read(parts, "xl/sharedStrings.xml", strings, most: Self.mostOfTexts)
    }
    let styles = CellStyles()
    if parts.has("xl/styles.xml") {
      try Self.read(parts, "xl/styles.xml", styles, most: Self.mostOfLists)
    }
    return (strings, styles.isDate)
  }

  private static func read(
    _ parts: PartsOfPackage,
    _ name: String,
    _ sink: any XMLSink,
    most: Int
  ) throws {
    let reader = XMLReader(sink, path: parts.path, part: name)
    try parts.read(name, most: most, reader.read)
    try reader.finish()
  }

  /// The part that lists the sheets. Throws for archives that are something else.
  private static func mainPart(_ parts: PartsOfPackage) throws(FileMistake) -> String {
    for name in ["xl/workbook.xml", "xl/workbook2.xml"] where parts.has(name) { return name }
    if parts.has("xl/workbook.bin") {
      throw FileMistake(
        parts.path,
        "is a binary workbook (.xlsb)",
        hint: "save it as .xlsx, or the sheet as CSV",
        try: [.saving]
      )
    }
    if parts.has("content.xml") {
      throw FileMistake(
        parts.path,
        "is an OpenDocument file",
        hint: "save it as .xlsx, or the sheet as CSV",
        try: [.saving]
      )
    }
    throw FileMistake(
      parts.path,
      "is a ZIP archive and no workbook",
      hint: "unpack it, and import the files in it",
      try: [.making("unzip -d unpacked \(parts.path.asShellWord)", path: "unpacked")]
    )
  }

  private static func relations(of part: String) -> String {
    let pieces = part.split(separator: "/")
    return pieces.dropLast().joined(separator: "/") + "/_rels/\(pieces[pieces.count - 1]).rels"
  }
}
