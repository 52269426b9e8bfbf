import Asking
import Catalog
import Foundation
import Output
import Planner
import QueryLanguage
import Shell
import Store
import TestSupport
import Testing

@Suite("Notes, whatever is asked")
struct NoteProperties {
  private struct Report: Decodable {
    struct Note: Decodable {
      let kind: String
      let text: String
    }

    struct Cited: Decodable {}

    let notes: [Note]
    let datasets: [String]
    let rows: [Cited]
  }

  @Test(
    "every note is about a measure, a period and a table of the answer",
    arguments: [71, 72, 73]
  )
  func areAboutTheAnswer(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    shipped.check(120, seed: seed) { question, _ in
      guard case .success(let plan) = try shipped.plan(question) else { return }
      let report = try report(of: plan, shipped)
      let uses = plan.uses
      let breaks = plan.figures.indices.flatMap { figure in
        shipped.pipeline.catalog.breaks(of: plan.figures[figure].figure.measure.id).map {
          (figure, $0)
        }
      }
      for note in report.notes where note.kind == "break" {
        let isKnown = breaks.contains { figure, own in
          (note.text.hasSuffix(own.note)
            || !own.question.isEmpty && note.text.contains("\(own.note) `\(own.question(in: ""))"))
            && uses.contains { $0.figure == figure && own.isAbout($0, among: uses) }
        }
        #expect(isKnown, "\(question)\n\(note.text)")
      }
      for note in report.notes where note.kind == "caveat" {
        let isOfOther = shipped.pipeline.catalog.measures().contains { measure in
          note.text == "\(measure.name): \(measure.caveat)"
            && !plan.query.columns.contains { $0.measures.contains(measure) }
        }
        #expect(!isOfOther, "\(question)\n\(note.text)")
      }
      #expect(Set(report.notes.map(\.text)).count == report.notes.count, "\(question)")
      // The other way round: what holds for a time is told when a row lies in it.
      for (figure, own) in breaks
      where own.filters.isEmpty && own.about.isEmpty && own.question.isEmpty {
        guard let until = own.until, own.kind != "source", !report.rows.isEmpty else { continue }
        let isInside = uses.contains { use in
          use.figure == figure && use.isOfEveryRow
            && (own.tables.isEmpty || own.tables.contains(use.table))
            && use.days.overlaps(DayRange(own.at, until))
        }
        #expect(
          !isInside || report.notes.contains { $0.text.hasSuffix(own.note) },
          "\(question)\n\(own.note)"
        )
      }
    }
  }

  @Test("no figure ends in what binary fractions leave", arguments: [74, 75])
  func hasNoNoise(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    var dice = Dice(seed: seed)
    for _ in 0..<60 {
      let question = [
        dice.pick([
          "drug seizures", "ICE average daily population",
          "drug seizures(fentanyl) + drug seizures(heroin)",
        ]),
        dice.pick(["by fy", "by quarter", "by month since 2021", "by fy, component"]),
        dice.pick([
          "", "with change", "with yoy", "with running", "with rolling 3", "with share",
          "with total",
        ]),
      ].joined(separator: " ")
      guard case .success(let plan) = try shipped.plan(question) else { continue }
      let text = try shipped.json(plan)
      for number in text.matches(of: /-?[0-9]+\.[0-9]+/).map({ String($0.output) }) {
        #expect(!isNoisy(number), "\(question): \(number)")
      }
    }
  }

  /// Whether it is a short decimal and something far after it.
  private func isNoisy(_ number: String) -> Bool {
    let count = { (text: String) in
      String(text.filter(\.isNumber).drop { $0 == "0" }).count
    }
    guard count(number) >= 15, let value = Double(number) else { return false }
    return count(String(format: "%.14g", value)) <= 9
  }

  private func report(of plan: QueryPlan, _ shipped: Shipped) throws -> Report {
    let sink = CollectingSink()
    var format: any OutputFormat = ReportFormat(style: OutputStyle())
    try shipped.pipeline.answer(plan, as: &format, into: sink)
    return try JSONDecoder().decode(Report.self, from: Data(sink.answer.utf8))
  }
}

/// One table, and days for which it answers a figure.
private struct Use {
  let figure: Int
  let table: Int
  let days: DayRange
  /// Whether the answer has a row of it for sure: it has one row, and compares it with nothing.
  let isOfEveryRow: Bool
}

extension QueryPlan {
  fileprivate var uses: [Use] {
    ([main] + references.map(\.frame)).flatMap { frame in
      frame.figures.indices.flatMap { figure in
        frame.figures[figure].segments.flatMap { segment in
          segment.days.ranges.map { days in
            Use(
              figure: figure,
              table: segment.candidate.dataset.table,
              days: days,
              isOfEveryRow: query.keys.isEmpty && references.isEmpty
            )
          }
        }
      }
    }
  }
}

extension SeriesBreak {
  /// Whether it is of a table's own days; of a point in time, whether others lie on its other side.
  fileprivate func isAbout(_ use: Use, among all: [Use]) -> Bool {
    let own = all.filter { $0.figure == use.figure }
    if let until {
      return (tables.isEmpty || tables.contains(use.table))
        && use.days.overlaps(DayRange(at, until))
    }
    return own.contains { $0.days.first < at } && own.contains { at <= $0.days.last }
      && (tables.isEmpty || own.contains { tables.contains($0.table) })
  }
}
