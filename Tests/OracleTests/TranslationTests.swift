import SQLCompiler
import Testing

@Suite("SQL for other databases")
struct TranslationTests {
  private func postgres(_ sql: String) -> String? { TranslatedSQL(sql, to: .postgres)?.text }

  @Test(
    "what SQLite leaves open is written out",
    arguments: [
      (
        "SELECT sum(\"a\" IS NULL) FROM \"t\"",
        "SELECT sum(CAST(\"a\" IS NULL AS INTEGER)) FROM \"t\""
      ),
      ("SELECT \"a\" = 0 AS \"b\"", "SELECT CAST(\"a\" = 0 AS INTEGER) AS \"b\""),
      ("SELECT 1 WHERE 0", "SELECT 1 WHERE ((0) <> 0)"),
      ("SELECT 1 WHERE NOT (\"a\")", "SELECT 1 WHERE NOT (((\"a\")) <> 0)"),
      ("SELECT NULL AS \"a\"", "SELECT CAST(NULL AS BIGINT) AS \"a\""),
      ("SELECT \"a\" / \"b\"", "SELECT \"a\" / nullif(\"b\", 0)"),
      (
        "SELECT \"a\" FROM (SELECT 1 AS \"a\")",
        "SELECT \"a\" FROM (SELECT 1 AS \"a\") AS \"part 1\""
      ),
      ("SELECT 1 ORDER BY 1, 2 DESC", "SELECT 1 ORDER BY 1 NULLS FIRST, 2 DESC NULLS LAST"),
      ("SELECT 1 ORDER BY 1 DESC NULLS LAST", "SELECT 1 ORDER BY 1 DESC NULLS LAST"),
      ("SELECT group_concat(\"a\", ', ')", "SELECT string_agg(\"a\", ', ')"),
      ("SELECT 1 WHERE \"a\" IN ()", "SELECT 1 WHERE \"a\" IN (SELECT 1 WHERE 1 = 0)"),
      ("SELECT 'it''s' || \"a\"", "SELECT 'it''s' || \"a\""),
    ]
  )
  func writesOut(_ sql: String, _ expected: String) {
    #expect(postgres(sql) == expected)
  }

  @Test("whole numbers are divided as such, and others are not")
  func divides() {
    let sql =
      "SELECT (\"t\".\"period\" + 90) / 100, \"a\" * 1.0 / 10, (\"count\" + 1) / 2 FROM \"t\""
    #expect(
      TranslatedSQL(sql, to: .duckdb)?.text
        == "SELECT (\"t\".\"period\" + 90) // 100, \"a\" * 1.0 / 10, (\"count\" + 1) // 2 FROM \"t\""
    )
  }

  @Test("names that would be cut are shortened, each to another one")
  func shortensNames() throws {
    let long = String(repeating: "é", count: 40)
    let sql = "SELECT \"\(long) 1\" AS \"x\", \"\(long) 2\", \"\(long) 1\" FROM \"t\""
    let names = try #require(postgres(sql)).split(separator: "\"").filter { $0.contains("é") }
    #expect(
      names.allSatisfy { $0.utf8.count <= 63 } && names[0] == names[2] && names[0] != names[1]
    )
  }

  @Test(
    "what is not understood is not translated",
    arguments: [
      "SELECT", "SELECT )", "SELECT (1", "SELECT 1 + , 2", "DELETE FROM \"t\"", "SELECT 1 1", "",
      "WITH x",
    ]
  )
  func refuses(_ sql: String) {
    #expect(postgres(sql) == nil)
  }
}
