import Foundation
import TestSupport
import Testing

/// Statements over random figures, judged by the second engine.
@Suite("A second engine comes to the same verdicts")
struct CheckingTests {
  @Test("Sizes and ranks of fiscal years")
  func agree() throws {
    let catalogue = try Catalogue.shared.get()
    var random = RandomQuestions(catalogue, seed: 61)
    var judged = 0
    for _ in 0..<900 {
      guard let question = try? random.question(),
        let statement = try? Statement(question, catalogue, &random.dice)
      else { continue }
      judged += 1
      let check = "check " + statement.text
      guard case .rows(let rows) = try Program.ask(check) else {
        Issue.record("\(check)\n  refused, expected \(statement.verdict)")
        continue
      }
      let verdict = rows.first?["verdict"] as? String
      #expect(verdict == statement.verdict, "\(check)\n  \(statement.reason)")
    }
    #expect(judged > 60)
  }
}

/// A statement and what becomes of it by the figures.
struct Statement {
  let text: String
  let verdict: String
  let reason: String

  init?(_ question: Question, _ catalogue: Catalogue, _ dice: inout Dice) throws {
    let figures = question.columns[0].expression.figures
    guard question.time == .fy, question.by.isEmpty, question.columns[0].fold == nil,
      question.versus == nil,
      question.asOf == nil, figures.count == 1, question.columns[0].adds,
      catalogue.existence[figures[0].measure] == nil, !question.isYearToDate
    else { return nil }
    let figure = figures[0].adding(question.condition)
    let chooser = try Chooser([figure], by: [], in: catalogue)
    let spans = TimeUnit.fy.spans(in: question.months)
    let chosen = try spans.map { try chooser.sources($0) }
    let own = zip(chosen, spans).map { Self.known($0[0], $1) }
    guard let last = spans.last, let value = own.last ?? nil, value > 100, last.months.count == 12,
      chooser.doubts.isEmpty
    else { return nil }
    let subject = "\(question.columns[0].text) \(question.conditionText) in fy\(last.name)"
    if spans.count > 2, !spans.contains(where: { $0.months.count != 12 }) {
      let compared = Array(spans.dropFirst())
      guard let one = chooser.together(Array(chosen.dropFirst()), compared) else { return nil }
      let fit = zip(one, compared).map { Self.known($0[0], $1) }
      guard let together = Self.isHighest(fit), let best = Self.isHighest(Array(own.dropFirst()))
      else { return nil }
      text = "\(subject) is highest since fy\(spans[0].name)"
      verdict = together == best ? (together ? "holds" : "fails") : "depends"
      reason =
        "\(fit.map { $0 ?? .nan }) in one publication, \(own.map { $0 ?? .nan }) of each year"
    } else {
      let said = (value * (dice.isOne(in: 2) ? 1.4 : 0.6)).rounded()
      text = "\(subject) > \(Int(said))"
      verdict = value > said ? "holds" : "fails"
      reason = "\(value)"
    }
  }

  /// The figure of a year, where it is no bound.
  private static func known(_ segments: [Segment], _ span: Span) -> Double? {
    guard segments.count == 1, let segment = segments.first else { return nil }
    guard Set(segment.periods.flatMap { Array($0) }).count == span.months.count else { return nil }
    guard let cell = segment.fit.cells(in: segment.periods)[0], cell.withheld == 0, cell.known > 0
    else { return nil }
    let isWhole = segment.fit.series.absent == "zero" || cell.periods == segment.periods.count
    return isWhole ? cell.total : nil
  }

  /// Whether the last is above all others; nothing where rounding could turn it.
  private static func isHighest(_ figures: [Double?]) -> Bool? {
    guard !figures.contains(nil), let last = figures.last ?? nil else { return nil }
    let most = figures.dropLast().compactMap(\.self).max() ?? 0
    guard abs(last - most) > max(2000, last / 50) else { return nil }
    return last > most
  }
}
