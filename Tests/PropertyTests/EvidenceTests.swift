import Asking
import CSQLite
import Results
import Shell
import Store
import TestSupport
import Testing

/// Evidence that several statements need is read once: those of a text, and those of a list.
@Suite struct EvidenceTests {
  private static let text = """
    Border Patrol made 47,330 apprehensions along the southwest border in December 2024, up from \
    46,615 in November 2024.

    There were 47,330 apprehensions along the southwest border in December 2024. In that month \
    Border Patrol made more than 47,000 apprehensions along the southwest border.
    """

  @Test func ofATextIsReadOnce() throws {
    try expectEachOnce { session in
      let read = try TextJudge(session.pipeline).read(Self.text, name: "text", day: nil)
      #expect(read.statements.count >= 3)
    }
  }

  @Test func ofAListIsReadOnce() throws {
    try expectEachOnce { session in _ = try session.reply(to: "check claims") }
  }

  /// Expects that no two of the statements that read evidence are the same.
  private func expectEachOnce(_ body: (inout Session) throws -> Void) throws {
    let database = try ShippedDatabase.open()
    var session = Session(database, sink: CollectingSink())
    var read: [String] = []
    try withUnsafeMutablePointer(to: &read) { read in
      sqlite3_trace_v2(
        database.handle,
        UInt32(SQLITE_TRACE_STMT),
        { _, context, _, text in
          guard let text, let context else { return 0 }
          let sql = String(cString: text.assumingMemoryBound(to: CChar.self))
          if sql.contains("\"withheld\" >> "), sql.contains("count(") {
            context.assumingMemoryBound(to: [String].self).pointee.append(sql)
          }
          return 0
        },
        read
      )
      try body(&session)
      sqlite3_trace_v2(database.handle, 0, nil, nil)
    }
    #expect(read.count > 1)
    let counts = Dictionary(read.map { ($0, 1) }, uniquingKeysWith: +)
    for (sql, count) in counts where count > 1 {
      Issue.record("read \(count) times: \(sql)")
    }
  }
}
