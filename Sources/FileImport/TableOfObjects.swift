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

  func made() throws -> SourceFile {
    let database = try Database(creating: ":memory:")
    let check = try database.prepare(
      "SELECT CASE WHEN json_valid(?1) THEN json_type(?1) = 'object' ELSE 0 END"
    )
    // The text of a number is taken as it stands: reading it would round it.
    let fields = try database.prepare(
      """
      SELECT key, type, CASE type WHEN 'text' THEN atom WHEN 'null' THEN '' ELSE ?1 -> fullkey END
      FROM json_each(?1)
      """
    )
    var columns: [String] = []
    var table: RowsInMaking?
    try ObjectsOfFile(file).read { line, text in
      check.bind(text, at: 0)
      let isObject = try check.step() && check.integer(at: 0) == 1
      check.reset()
      guard isObject else {
        throw FileMistake(
          file.path,
          line: line,
          "is not one object of JSON",
          hint: "a file of JSON has an object on each line, or a list of them"
        )
      }
      var cells = [String](repeating: "", count: columns.count)
      fields.bind(text, at: 0)
      defer { fields.reset() }
      while try fields.step() {
        let name = fields.text(at: 0)
        guard !["object", "array"].contains(fields.text(at: 1)) else {
          throw FileMistake(
            file.path,
            line: line,
            column: .init(name: name, number: 1),
            "holds more than one value"
          )
        }
        if let place = columns.firstIndex(of: name) {
          cells[place] = fields.text(at: 2)
        } else if table == nil {
          columns.append(name)
          cells.append(fields.text(at: 2))
        } else {
          throw FileMistake(
            file.path,
            line: line,
            "the field `\(name)` is not in the first object",
            hint: "give the first object every field, with null where it has none"
          )
        }
      }
      let made = try table ?? RowsInMaking(columns, of: file, folder: folder)
      table = made
      try made.append(cells, line: line)
    }
    guard let table else { throw FileMistake(file.path, "the file has no objects") }
    return try table.finish()
  }
}
