import Diagnostics
import Importing
import Store

/// A file of JSON with an object a line, or with a list of objects, as a table: their fields are
/// the columns. Figures are as they are written.
struct TableOfObjects {
  private let file: SourceFile
  private let folder: String

  init(_ file: SourceFile, folder: String) {
    (self.file, self.folder) = (file, folder)
  }

  /// `watch` receives the number of objects that were read, and stops by throwing.
  func made(watch: (Int) throws -> Void) throws -> SourceFile {
    let reader = try JSONReader()
    var columns: [String] = []
    var table: RowsInMaking?
    var count = 0
    try ObjectsOfFile(file).read { line, text in
      count += 1
      if count % 1_024 == 0 { try watch(count) }
      guard try reader.kind(of: text) == .object else {
        throw FileMistake(
          file.path,
          line: line,
          "is not one object of JSON",
          hint: "a file of JSON has an object on each line, or a list of them"
        )
      }
      guard !text.hasEscapedNull else {
        throw FileMistake(file.path, line: line, "holds U+0000, which is no part of a text")
      }
      var cells = [String](repeating: "", count: columns.count)
      try reader.readMembers(of: text) { name, kind, value in
        guard kind != .object, kind != .array else { throw severalValues(kind, name, line) }
        guard let value else { throw quotedName(name, line) }
        if let place = columns.firstIndex(of: name) {
          cells[place] = value
        } else if table == nil {
          columns.append(name)
          cells.append(value)
        } else {
          throw missingAtFirst(name, line)
        }
      }
      let made = try table ?? RowsInMaking(columns, of: file, folder: folder)
      table = made
      try made.append(cells, line: line)
    }
    guard let table else {
      throw FileMistake(file.path, "the file has no objects", try: [.showingBeginning])
    }
    return try table.finish()
  }

  private func severalValues(_ kind: JSONKind, _ name: String, _ line: Int) -> FileMistake {
    FileMistake(
      file.path,
      line: line,
      column: .init(name: name, number: 1),
      "holds more than one value",
      hint:
        "objects on lines, or in one list, are read; `jq -c '.rows[]'` writes those of a list called rows",
      try: [
        kind == .array
          ? .piping("jq -c '.\(name)[]' \(file.path.asShellWord)") : .showing([line])
      ]
    )
  }

  private func quotedName(_ name: String, _ line: Int) -> FileMistake {
    FileMistake(
      file.path,
      line: line,
      column: .init(name: name, number: 1),
      "has a name with quotes, which cannot be read",
      hint: "name the field without"
    )
  }

  private func missingAtFirst(_ name: String, _ line: Int) -> FileMistake {
    FileMistake(
      file.path,
      line: line,
      "the field `\(name)` is not in the first object",
      hint: "give the first object every field, with null where it has none"
    )
  }
}
