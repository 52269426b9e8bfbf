import Asking
import Shell
import TestSupport
import Testing

/// Rows are left out by SQL, while they are read, or after they are turned into columns: whoever
/// does it, the rows that are left are the same.
@Suite("Which rows are shown")
struct WindowProperties {
  /// Clauses, and the rows that they show, counted from 0.
  static let windows: [(clauses: String, rows: Range<Int>)] = [
    ("limit 2", 0..<2),
    ("limit 1", 0..<1),
  ]

  /// One question at least for each step that leaves rows out, and for long answers, whose rows are
  /// put in order outside of SQL.
  static let questions = [
    "removals by citizenship in fy2022",
    "removals by citizenship top 5 in fy2022 with others",
    "encounters by fy, citizenship top 3 since 2023 with others",
    "encounters by citizenship in fy2023 with total",
    "removals by fy since 2010 with total",
    "encounters by citizenship across fy in fy2021..fy2023",
    "encounters by citizenship top 4 across fy in fy2021..fy2023 with others",
    "removals by fy across criminality since 2010",
    "removals by citizenship across fy from 2018 to 2020 with total",
    "encounters by month, citizenship since 2020",
    "encounters by citizenship in fy2023 with share, rank",
  ]

  @Test("they are those of the whole answer at their places", arguments: questions, windows)
  func window(_ question: String, _ window: (clauses: String, rows: Range<Int>)) throws {
    let all = try rows(question)
    try #require(all.count > window.rows.upperBound, "\(question)")
    let shown = try rows("\(question) \(window.clauses)")
    #expect(shown == Array(all[window.rows]), "\(question) \(window.clauses)")
  }

  /// The rows as comma-separated values, but those that sum up others, which do not count: their
  /// period is empty.
  private func rows(_ question: String) throws -> [String] {
    let sink = CollectingSink()
    var session = Session(try Shipped.shared.get().pipeline.database, sink: sink)
    #expect(try session.reply(to: question + " | csv") == .done, "\(sink.complaint)")
    return sink.answer.split(separator: "\n").dropFirst().map(String.init).filter { row in
      !row.hasPrefix(",") && !row.split(separator: ",").contains { $0 == "Others" || $0 == "Total" }
    }
  }
}
