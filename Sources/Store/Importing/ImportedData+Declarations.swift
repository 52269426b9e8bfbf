/// What users declared about files and texts, kept for the next file.
extension ImportedData {
  /// What was declared about files with a header, in the program's own text format.
  package func declaration(of header: String) throws(DatabaseError) -> (
    name: String, text: String
  )? {
    let statement = try database.prepare(
      "SELECT name, text FROM imported.declaration WHERE header = ?"
    )
    statement.bind(header, at: 0)
    return try statement.step() ? (statement.text(at: 0), statement.text(at: 1)) : nil
  }

  /// The encodings that were said of earlier files.
  package func declaredEncodings() throws(DatabaseError) -> [String] {
    let word = "\nencoding\t"
    let texts = try database.all(
      "SELECT text FROM imported.declaration WHERE instr(text, '\(word)') > 0"
    ) { $0.text(at: 0) }
    var names: [String] = []
    for text in texts {
      let rest = text.split(separator: "\n").first { $0.hasPrefix("encoding\t") } ?? ""
      let name = String(rest.dropFirst("encoding\t".count))
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// Stores a declaration for files with a header, in place of an earlier one.
  package func declare(header: String, name: String, text: String) throws(DatabaseError) {
    let statement = try database.prepare(
      "INSERT OR REPLACE INTO imported.declaration VALUES (?, ?, ?)"
    )
    for (index, value) in [header, name, text].enumerated() { statement.bind(value, at: index) }
    _ = try statement.step()
  }

  /// What texts were declared to mean, in this and earlier imports.
  package func meanings() throws(DatabaseError) -> [(dimension: Int, text: String, member: Int)] {
    try database.all("SELECT dimension, text, member FROM imported.meaning") {
      ($0.integer(at: 0), $0.text(at: 1), $0.integer(at: 2))
    }
  }

  /// Stores what a text of a dimension means, in place of an earlier meaning.
  package func remember(
    text: String,
    dimension: Int,
    member: Int
  ) throws(DatabaseError) {
    let statement = try database.prepare(
      "INSERT OR REPLACE INTO imported.meaning VALUES (?, ?, ?)"
    )
    statement.bind(dimension, at: 0)
    statement.bind(text, at: 1)
    statement.bind(member, at: 2)
    _ = try statement.step()
  }
}
