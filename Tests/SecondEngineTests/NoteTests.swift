import Foundation
import TestSupport
import Testing

/// Notes are about what the answer holds, as far as can be told from the report.
@Suite("Every note is about something in the answer")
struct NoteTests {
  private struct Break {
    let measures: [String]
    let filters: [String]
    /// The first and the last month of which it tells; the same for what changed once.
    let reach: Months
    let note: String
  }

  @Test("Notes of random questions")
  func apply() throws {
    let catalogue = try Catalogue.shared.get()
    let breaks = try CommaSeparated(contentsOf: Catalogue.seed + "catalog/breaks.csv").rows.map {
      row in
      let (at, until) = (months(row["at"]), months(row["until"]))
      let first = at?.lowerBound ?? 0
      return Break(
        measures: row["measure"].list,
        filters: row["filters"].list,
        reach: first...max(first, until?.upperBound ?? first),
        note: row["note"]
      )
    }
    var random = RandomQuestions(catalogue, seed: 51)
    var looked = 0
    for _ in 0..<300 {
      guard let question = try? random.question(), question.versus == nil, question.extras.isEmpty,
        question.asOf == nil, let report = try Program.report(question.text)
      else { continue }
      looked += check(report, question, breaks, catalogue)
    }
    #expect(looked > 100)
  }

  /// Fixed questions of which a note is known to be about other years.
  @Test(arguments: [
    ("apprehensions by fy in fy1953..fy1954", "Title 42"),
    ("apprehensions by month in jul 2024..aug 2024", "Title 42"),
    ("returns by fy in fy1970..fy1975", "2005"),
    ("removals by fy fytd since 2020", "Yearbook, exact"),
    ("apprehensions for mexico by fy since fy2016 until fy2018", "incomplete before FY2005"),
  ])
  func isLeftAway(_ question: String, _ words: String) throws {
    let report = try #require(try Program.report(question))
    let notes = (report["notes"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
    #expect(!notes.contains { $0.contains(words) }, "\(notes)")
  }

  /// The months of a fiscal year or of a month.
  private func months(_ text: String) -> Months? {
    if text.isEmpty { return nil }
    if text.count == 4 { return Int(text).map(FiscalCalendar.fiscalYear) }
    return FiscalCalendar.month(text)...FiscalCalendar.month(text)
  }

  private func check(
    _ report: [String: Any],
    _ question: Question,
    _ breaks: [Break],
    _ catalogue: Catalogue
  ) -> Int {
    guard let coverage = report["coverage"] as? [String: Any],
      let from = coverage["from"] as? String,
      let to = coverage["to"] as? String, let notes = report["notes"] as? [[String: Any]]
    else { return 0 }
    let months = FiscalCalendar.month(from)...FiscalCalendar.month(to)
    let measures = Set(question.columns.flatMap(\.expression.figures).map(\.measure))
      .union(question.columns.map(\.name))
    for note in notes {
      guard let kind = note["kind"] as? String, let text = note["text"] as? String else { continue }
      var fault: String?
      switch kind {
      case "break": fault = self.fault(text, question, breaks, measures, months, catalogue)
      case "caveat": fault = isOfOtherYears(text, months) ? "is about other years" : nil
      case "seam":
        fault = (report["sources"] as? [Any] ?? []).count < 2 ? "one source has no seam" : nil
      default: break
      }
      if let fault { Issue.record("\(question.text)\n  \(text)\n  \(fault) (\(from) – \(to))") }
    }
    return notes.count
  }

  private func fault(
    _ text: String,
    _ question: Question,
    _ breaks: [Break],
    _ measures: Set<String>,
    _ months: Months,
    _ catalogue: Catalogue
  ) -> String? {
    guard let found = breaks.first(where: { text.contains($0.note) }) else { return nil }
    if !found.measures.isEmpty, measures.isDisjoint(with: found.measures) {
      return "is about another measure"
    }
    if !found.reach.overlaps(months) {
      return "is about another period"
    }
    for filter in found.filters {
      let (dimension, member) = filter.pair
      if member.isEmpty {
        let isNamed =
          question.by.contains(dimension)
          || question.condition.tests.contains { $0.dimension == dimension }
          || question.columns.contains { $0.text.contains(catalogue.dimension(dimension).name) }
        if !isNamed { return "is about a breakdown by \(dimension)" }
      } else {
        let conditions = question.columns.flatMap(\.expression.figures).map {
          $0.adding(question.condition).condition
        }
        let place = catalogue.place(member, in: dimension)
        let isOther = conditions.allSatisfy {
          $0.pinned(dimension).map { !$0.contains(place) } ?? false
        }
        if isOther { return "is about \(filter)" }
      }
    }
    return nil
  }

  /// `From March 2020 to May 2023` needs one of its years, `from FY2005` one that is not after the answer.
  /// When a measure existed says why an answer is empty.
  private func isOfOtherYears(_ text: String, _ months: Months) -> Bool {
    let years = text.matches(of: /\b(?:FY)?((?:19|20)\d\d)\b/).compactMap { Int($0.1) }
    guard let first = years.min(), let last = years.max(), !text.contains("existed from") else {
      return false
    }
    let covered = months.lowerBound / 12...FiscalCalendar.year(fiscal: months.upperBound)
    if text.contains(/[Ff]rom \w+ \d{4} to \w+ \d{4}/) { return !covered.overlaps(first...last) }
    return text.contains(/(from|at) FY\d{4}/) && first > covered.upperBound
  }
}
