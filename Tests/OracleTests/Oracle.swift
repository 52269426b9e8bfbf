import Foundation
import Testing

/// A question, and the rows that it must give, computed from the published tables by plain SQL.
///
/// The SQL names the tables that the specification says must answer, and its columns are those of
/// the answer. Rows must come in the order of the SQL where it states one.
struct Oracle: Sendable, CustomTestStringConvertible {
  let question: String
  let claim: String
  let sql: String
  let isPartial: Bool

  /// `claim` is what the question shows about the rules. A partial oracle says nothing about the
  /// columns of the answer that its SQL leaves out.
  init(_ question: String, _ claim: String, partial: Bool = false, _ sql: String) {
    self.question = question
    self.claim = claim
    self.sql = sql
    isPartial = partial
  }

  var testDescription: String { question }

  func check() throws {
    let (expected, answered): ([Row], [Row])
    do {
      expected = try Seed.shared.get().rows(sql)
      let rows = try Tally.rows(of: question)
      let columns = expected.first?.cells.keys.map { $0 } ?? []
      answered = isPartial ? rows.map { $0.only(columns) } : rows
    } catch {
      Issue.record("\(question)\n  \(claim)\n\(error)")
      return
    }
    #expect(!expected.isEmpty, "the oracle of \(question) is empty")
    for difference in differences(expected, answered) {
      Issue.record("\(question)\n  \(claim)\n  \(difference)")
    }
  }

  private func differences(_ expected: [Row], _ answered: [Row]) -> [String] {
    let missing = expected.filter { !answered.contains($0) }
    let extra = answered.filter { !expected.contains($0) }
    if missing.isEmpty, extra.isEmpty {
      if expected.count != answered.count {
        return ["\(answered.count) rows, not \(expected.count)"]
      }
      return isOrdered && expected != answered ? ["not in this order: \(expected)"] : []
    }
    return missing.prefix(5).map { "missing: \($0)" } + extra.prefix(5).map { "extra:   \($0)" }
  }

  /// Whether the SQL orders its rows: outside every bracket.
  private var isOrdered: Bool {
    var depth = 0
    return sql.components(separatedBy: "ORDER BY").dropLast().contains { part in
      depth += part.count { $0 == "(" } - part.count { $0 == ")" }
      return depth == 0
    }
  }
}
