/// Reads JSON (RFC 8259) with SQLite, in a database of its own in memory.
package final class JSONReader {
  private let kinds: PreparedStatement
  private let values: PreparedStatement
  private let elements: PreparedStatement
  private let members: PreparedStatement
  private let keys: PreparedStatement

  package init() throws(DatabaseError) {
    let database = try Database(creating: ":memory:")
    kinds = try database.prepare("SELECT CASE WHEN json_valid(?1) THEN json_type(?1) END")
    values = try database.prepare("SELECT json_type(?1, ?2), ?1 -> ?2, ?1 ->> ?2")
    elements = try database.prepare("SELECT json_quote(value) FROM json_each(?1)")
    keys = try database.prepare("SELECT key FROM json_each(?1)")
    // The text of a number is taken as it is: reading it would round it.
    members = try database.prepare(
      """
      SELECT key, type, CASE type WHEN 'text' THEN atom WHEN 'null' THEN '' ELSE ?1 -> fullkey END
      FROM json_each(?1)
      """
    )
  }

  /// What a text is; `nil` where it is not JSON.
  package func kind(of text: String) throws(DatabaseError) -> JSONKind? {
    kinds.bind(text, at: 0)
    defer { kinds.forget(parameters: 1) }
    return try kinds.step() ? kinds.jsonKind(at: 0) : nil
  }

  /// The member of an object, or of an object inside of it: `params.name`. A name with other than
  /// letters and digits is in quotes. `nil` where there is none.
  package func member(_ path: String, of object: String) throws(DatabaseError) -> JSONMember? {
    values.bind(object, at: 0)
    values.bind("$." + path, at: 1)
    defer { values.forget(parameters: 2) }
    guard try values.step(), let kind = values.jsonKind(at: 0) else { return nil }
    return JSONMember(
      kind: kind,
      json: values.wholeText(at: 1),
      characters: kind == .text ? values.wholeText(at: 2) : ""
    )
  }

  /// The elements of an array, each as JSON.
  package func elements(of array: String) throws(DatabaseError) -> [String] {
    elements.bind(array, at: 0)
    defer { elements.forget(parameters: 1) }
    var found: [String] = []
    while try elements.step() { found.append(elements.wholeText(at: 0)) }
    return found
  }

  /// Gives each member of an object to `body`: its name, what it is, and the characters of a text,
  /// nothing for `null`, and the JSON of any other value as it is; `nil` where its name keeps
  /// SQLite from finding it again.
  package func readMembers(
    of object: String,
    _ body: (_ name: String, _ kind: JSONKind, _ value: String?) throws -> Void
  ) throws {
    members.bind(object, at: 0)
    defer { members.forget(parameters: 1) }
    while try members.step() {
      guard let kind = members.jsonKind(at: 1) else { continue }
      let value = members.isNull(at: 2) ? nil : members.wholeText(at: 2)
      try body(members.wholeText(at: 0), kind, value)
    }
  }

  /// The names of an object's members, in their order.
  package func names(of object: String) throws(DatabaseError) -> [String] {
    keys.bind(object, at: 0)
    defer { keys.forget(parameters: 1) }
    var names: [String] = []
    while try keys.step() { names.append(keys.wholeText(at: 0)) }
    return names
  }
}

extension PreparedStatement {
  fileprivate func jsonKind(at column: Int) -> JSONKind? {
    isNull(at: column) ? nil : JSONKind(rawValue: text(at: column))
  }

  /// A text with everything in it; what is not UTF-8 is replaced.
  fileprivate func wholeText(at column: Int) -> String {
    String(decoding: bytes(at: column), as: UTF8.self)
  }

  /// Gives up the memory of what was bound.
  fileprivate func forget(parameters: Int) {
    reset()
    for index in 0..<parameters { bindNull(at: index) }
  }
}
