import Diagnostics

/// Builds a database from a seed folder and a schema file.
///
/// All or nothing: the database is written beside its place under a temporary name, and renamed
/// when it is whole and on the disk. An old database stays as it is until then.
package struct DatabaseBuilder {
  private let seed: String
  private let schema: String

  package init(seed: String, schema: String) {
    self.seed = seed
    self.schema = schema
  }

  /// Throws a ``FileMistake``, a ``FileError`` or a ``DatabaseError``.
  package func build(to output: String, progress: (BuildProgress) -> Void) throws {
    let file = try TemporaryFile(for: output)
    do {
      try fill(file.path, progress: progress)
      try PageSums.write(to: file.path, pageSize: pageSize)
      try verify(file.path)
      try file.publish()
    } catch {
      file.remove()
      throw Self.naming(output, error)
    }
  }

  /// Names the place of the database and not the file that was to become it, in which nothing is
  /// wrong with the schema or the seed where it could not be written.
  private static func naming(_ output: String, _ error: any Error) -> any Error {
    switch error {
    case let error as DatabaseError where error.isUnwritable:
      FileError(output, cannotBe: "written", code: 0, because: error.reason)
    case let error as FileError where error.path.hasPrefix(output + ".building-"):
      error.naming(output)
    default: error
    }
  }

  /// What was written is read once more: a disk may keep something else.
  private func verify(_ path: String) throws {
    guard try PageSums.agree(in: path, pageSize: pageSize) else {
      throw FileError(
        path,
        cannotBe: "kept",
        code: 0,
        because: "the disk does not hold what was written"
      )
    }
  }

  private func fill(_ path: String, progress: (BuildProgress) -> Void) throws {
    let database = try Database(creating: path)
    PageSums.reserve(in: database.handle)
    // A broken build leaves nothing behind, so that nothing has to be undone or made safe on the
    // way.
    try database.execute(
      """
      PRAGMA page_size = \(pageSize);
      PRAGMA journal_mode = OFF;
      PRAGMA synchronous = OFF;
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA cache_size = -65536;
      BEGIN;
      """
    )
    try database.execute(try script())
    try SeedLoader(folder: seed, database: database).load(progress: progress)
    try database.writeChecksums()
    try database.execute(shortenedSchema)
    try database.execute("COMMIT")
  }

  private func script() throws -> String {
    let file = try FileBytes(reading: schema)
    guard String(validating: file.bytes, as: UTF8.self) != nil, !file.bytes.contains(0) else {
      throw FileMistake(schema, "the schema is not plain UTF-8 text")
    }
    return file.text.withoutComments
  }
}

extension String {
  /// SQL without its comments and layout: SQLite stores the text of every table, and reads all of
  /// it whenever it opens the file.
  fileprivate var withoutComments: String {
    var kept: [UInt8] = []
    var quote: UInt8?
    var isComment = false
    for byte in utf8 {
      if isComment {
        isComment = byte != UInt8(ascii: "\n")
        continue
      }
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "-"), kept.last == byte {
        kept.removeLast()
        isComment = true
        continue
      } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
        if kept.last != UInt8(ascii: " ") { kept.append(UInt8(ascii: " ")) }
        continue
      }
      kept.append(byte)
    }
    return String(decoding: kept, as: UTF8.self)
  }
}

/// Whether values are of the declared types is checked while the tables are filled. In the file,
/// which nobody fills any more, the word would only be read: by every question, table by table.
private let shortenedSchema = """
  PRAGMA writable_schema = ON;
  UPDATE sqlite_schema SET sql = replace(replace(sql, ' WITHOUT ROWID, STRICT', ' WITHOUT ROWID'), ') STRICT', ')');
  PRAGMA writable_schema = OFF;
  """

private let pageSize = 4096
