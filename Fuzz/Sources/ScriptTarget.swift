import Shell

/// Whole scripts: cut into statements, with headings, parameters and names, and run.
struct ScriptTarget: FuzzTarget {
  static let name = "scripts"
  private let session: FuzzSession

  init() throws { session = try FuzzSession(readsFreely: false) }

  func take(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
    var last = 1
    // Ten statements say as much as a thousand, and a thousand times as often.
    for statement in StatementSplitter.statements(of: text).prefix(10) {
      promise((last...lines).contains(statement.line), "statements are in the order of lines")
      last = statement.line
      _ = Parameters.uses(in: statement.text)
      session.ask(statement.text)
    }
  }
}
