import Asking
import Catalog
import Diagnostics
import Foundation
import Output
import Planner
import QueryLanguage
import Results
import Shell
import Store
import TestSupport
import Testing

@Suite("Statements")
struct CheckProperties {
  @Test(
    "the value of a statement is the answer to its question",
    arguments: 201...206 as ClosedRange<UInt64>
  )
  func isTheAnswer(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    var compared = 0
    var dice = Dice(seed: seed)
    for _ in 0..<60 {
      let question = shipped.words.questionOfOneValue(&dice)
      guard let value = try shipped.value(of: question) else { continue }
      guard let row = try shipped.verdict("check \(question) >= 0") else { continue }
      compared += 1
      let judged = try #require(row["value"] as? NSNumber, "\(question)").doubleValue
      #expect(abs(judged - value) <= abs(value) * 1e-12, "\(question): \(judged), not \(value)")
      let low = (row["low"] as? NSNumber)?.doubleValue ?? -.infinity
      let high = (row["high"] as? NSNumber)?.doubleValue ?? .infinity
      #expect(low <= judged && judged <= high, "\(question): \(low) to \(high)")
    }
    #expect(compared > 5, "too few questions have one value to prove anything")
  }

  @Test(
    "highest and lowest are what the rows of the question say",
    arguments: 211...216 as ClosedRange<UInt64>
  )
  func isExtreme(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    var decided = 0
    var dice = Dice(seed: seed)
    for _ in 0..<40 {
      let subject = dice.pick(shipped.words.subjects)
      let (first, last) = (dice.roll(2010...2018), dice.roll(2019...2023))
      let values = try shipped.rowsOrNothing(
        "\(subject.measure) by fy in fy\(first)..fy\(last)"
      ).map { ($0["fy"] as? Int, ($0[subject.key(shipped)] as? NSNumber)?.doubleValue) }
      guard values.count == last - first + 1, values.allSatisfy({ $0.1 != nil }) else { continue }
      let own = values[values.count - 1].1 ?? 0
      let others = values.dropFirst().dropLast().compactMap(\.1)
      for (word, isSo) in [
        ("highest", others.allSatisfy { own > $0 }), ("lowest", others.allSatisfy { own < $0 }),
      ] {
        let statement = "check \(subject.measure) in fy\(last) is \(word) since fy\(first)"
        guard let verdict = try shipped.verdict(statement)?["verdict"] as? String,
          verdict == "holds" || verdict == "fails"
        else { continue }
        decided += 1
        #expect((verdict == "holds") == isSo, "\(statement): \(verdict)")
        let opposite = statement.replacingOccurrences(of: " is ", with: " is not ")
        let negated = try shipped.verdict(opposite)?["verdict"] as? String
        #expect(negated == (isSo ? "fails" : "holds"), "\(opposite)")
      }
    }
    #expect(decided > 3, "too few statements were decided to prove anything")
  }

  @Test(
    "widening never makes what is close fail, and nothing that holds is close",
    arguments: 231...236 as ClosedRange<UInt64>
  )
  func widens(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    var (compared, close) = (0, 0)
    var dice = Dice(seed: seed)
    for _ in 0..<30 {
      let question = shipped.words.questionOfOneValue(&dice)
      guard let value = try shipped.value(of: question), value.magnitude >= 50, value < 1e12 else {
        continue
      }
      let said = Int(value) + dice.roll(-5...5) * Int(value / 100)
      let degree = dice.pick(["=", "is about", ">=", "<", "is nearly"])
      let statement = "check \(question) \(degree) \(said)"
      guard let plain = try shipped.verdict(statement)?["verdict"] as? String else { continue }
      compared += 1
      var before = "fails"
      for width in [1, 2, 5, 10] {
        let verdict = try shipped.verdict("\(statement) within \(width)%")?["verdict"] as? String
        #expect(verdict != nil, "\(statement)")
        if before == "close" { #expect(verdict == "close", "\(statement) within \(width)%") }
        // Another width of close changes nothing of what holds.
        #expect((verdict == "holds") == (plain == "holds"), "\(statement) within \(width)%")
        before = verdict ?? ""
        if before == "close" { close += 1 }
      }
    }
    #expect(compared > 2 && close > 0, "too few statements were near to prove anything")
  }

  @Test(
    "widening never makes what is close of a change fail",
    arguments: [("%", "%"), ("%", " points"), (" times", "%"), (" events", "%")]
  )
  func widensChanges(_ unit: String, _ width: String) throws {
    let shipped = try Shipped.shared.get()
    var close = 0
    for fy in 1985...2022 {
      let change = "check change in removals from fy\(fy - 1) to fy\(fy)"
      guard let own = try shipped.value(of: "removals in fy\(fy)"),
        let before = try shipped.value(of: "removals in fy\(fy - 1)")
      else { continue }
      let (percent, factor) = ((own / before - 1) * 100, own / before)
      let said: [String] =
        switch unit {
        case "%": [percent - 1.2, percent + 0.7].map { String(format: "%.1f", $0) }
        case " times": ["more than \(String(format: "%.2f", factor * 1.02))"]
        default: [String(Int((own - before) * 1.008)), String(Int((own - before) * 1.03))]
        }
      for number in said {
        var before = ""
        for size in [1, 2, 5, 10, 30] {
          let sign = number.hasPrefix("more") ? "is" : "="
          let statement = "\(change) \(sign) \(number)\(unit) within \(size)\(width)"
          guard let verdict = try shipped.verdict(statement)?["verdict"] as? String else { break }
          if before == "close" { #expect(verdict == "close", "\(statement)") }
          #expect(before != "holds" || verdict == "holds", "\(statement)")
          before = verdict
          close += verdict == "close" ? 1 : 0
        }
      }
    }
    #expect(close >= 25, "\(close) of a change are close: too few to prove anything")
  }

  @Test("every judgment with `not` is its opposite", arguments: judgments)
  func isOpposite(_ judgment: (subject: String, positive: String, negative: String)) throws {
    let shipped = try Shipped.shared.get()
    let opposites = ["holds": "fails", "fails": "holds", "close": "holds"]
    for fy in [1990, 1996, 2005, 2012, 2013, 2019, 2021, 2022, 2024] {
      let subject = judgment.subject.replacingOccurrences(of: "FY", with: "fy\(fy)")
        .replacingOccurrences(of: "BEFORE", with: "fy\(fy - 1)")
      let verdict = { (words: String) in
        try shipped.verdict("check \(subject) \(words)")?["verdict"] as? String
      }
      guard let positive = try verdict(judgment.positive) else { continue }
      let expected = opposites[positive] ?? positive
      #expect(try verdict(judgment.negative) == expected, "\(subject) \(judgment.negative)")
    }
  }

  private static let judgments = [
    ("removals in FY", "is highest since fy1985", "is not highest since fy1985"),
    ("removals in FY", "is 2nd highest since fy1985", "is not 2nd highest since fy1985"),
    ("removals in FY", "is record low", "is not record low"),
    ("removals in FY", "is lowest in fy1980..fy2024", "is not lowest in fy1980..fy2024"),
    ("removals in FY", "rose 2 fy in a row", "not rose 2 fy in a row"),
    (
      "removals in FY", "is above 300k for the 2nd straight fy",
      "is not above 300k for the 2nd straight fy"
    ),
    ("removals", "every fy in fy2005..fy2012 rose", "not every fy in fy2005..fy2012 rose"),
    ("removals in FY", "= 432k", "is not = 432k"),
    ("removals in FY", "is about 110,000", "is not about 110,000"),
    ("removals in FY", "is between 100,000 and 120,000", "is not between 100,000 and 120,000"),
    ("removals in FY", "> removals in fy2008", "is not > removals in fy2008"),
    ("removals in FY", "is twice removals in fy2008", "is not twice removals in fy2008"),
    ("change in removals from BEFORE to FY", "doubled", "not doubled"),
    ("change in removals from BEFORE to FY", "is flat", "is not flat"),
    ("change in removals from BEFORE to FY", "rose by 27%", "not rose by 27%"),
    ("change in removals from BEFORE to FY", "fell by two thirds", "not fell by two thirds"),
    ("encounters for mexico in FY", "is largest citizenship", "is not largest citizenship"),
    (
      "encounters for mexico in FY", "is 2nd smallest citizenship",
      "is not 2nd smallest citizenship"
    ),
    ("removals in FY", "is first above 300k since fy1985", "is not first above 300k since fy1985"),
    ("removals in FY", "is first fall since fy1985", "is not first fall since fy1985"),
    ("removals in FY", "is 3rd lowest ever", "is not 3rd lowest ever"),
    ("removals in FY", "is at least 300k", "is not at least 300k"),
    ("removals in FY", "is nearly 420,000", "is not nearly 420,000"),
    ("removals in FY", "is a third of removals in fy2012", "is not a third of removals in fy2012"),
    ("removals in FY", "is 60% of removals in fy2008", "is not 60% of removals in fy2008"),
    ("removals in FY / removals in fy2008", "= 1.2", "is not = 1.2"),
    ("removals in FY / removals in fy2008", "is between 0.5 and 1", "is not between 0.5 and 1"),
    ("removals in FY - removals in fy2008", "> 0", "is not > 0"),
    (
      "removals", "every fy in fy2005..fy2012 is below 400k",
      "not every fy in fy2005..fy2012 is below 400k"
    ),
    ("change in removals from BEFORE to FY", "is 1.5 times", "is not 1.5 times"),
    ("change in removals from BEFORE to FY", "nearly halved", "not nearly halved"),
    (
      "change in removals from BEFORE to FY", "is between -20% and 20%",
      "is not between -20% and 20%"
    ),
  ].map { (subject: $0.0, positive: $0.1, negative: $0.2) }

  @Test("every claim and figure is judged, and every statement of a claim is one")
  func documents() throws {
    let shipped = try Shipped.shared.get()
    for claim in shipped.pipeline.catalog.claims() {
      if !claim.question.isEmpty {
        let check = try shipped.pipeline.parseCheck("check \(claim.question)")
        _ = try check.resolved(against: shipped.pipeline.catalog)
      }
      guard !claim.nearest.isEmpty else { continue }
      let sink = CollectingSink()
      var session = Session(shipped.pipeline.database, sink: sink)
      #expect(try session.reply(to: claim.nearest) == .done, "\(claim.key)\n\(sink.complaint)")
    }
    for kind in ["claim", "figure"] {
      let ids =
        kind == "claim"
        ? shipped.pipeline.catalog.claims().map(\.key)
        : shipped.pipeline.catalog.statedFigures().map(\.key)
      for id in ids { #expect(try shipped.verdict("check \(kind) \(id)") != nil, "\(id)") }
    }
  }

  @Test("every target's outcome is a figure")
  func targets() throws {
    let shipped = try Shipped.shared.get()
    let rules = shipped.pipeline.catalog.rules().filter { !$0.outcome.isEmpty }
    #expect(!rules.isEmpty)
    for rule in rules {
      let row = try shipped.verdict("check \(rule.outcome) >= \(rule.quantity)")
      #expect(row?["value"] is NSNumber, "\(rule.key)")
    }
  }

  @Test(
    "whatever is typed is answered or refused with a place inside the text",
    arguments: 221...226 as ClosedRange<UInt64>
  )
  func neverCrashes(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    var dice = Dice(seed: seed)
    let ends = [
      "is lowest since fy2010", "= 5", "rose by 5%", "is first rise since 2000", "doubled",
    ]
    for _ in 0..<60 {
      let whole = "check \(shipped.words.questionOfOneValue(&dice)) \(dice.pick(ends))"
      for text in [whole, shipped.words.mutation(of: whole, &dice)] {
        _ = try shipped.verdict(text)
      }
    }
  }
}

extension Shipped {
  /// What becomes of a statement, as other programs read it; `nil` when it is refused, with a place inside
  /// the text.
  func verdict(_ statement: String) throws -> [String: Any]? {
    let sink = CollectingSink()
    var session = Session(pipeline.database, sink: sink)
    session.format = JSONFormat.self
    guard statement.hasPrefix("check") else { return nil }
    guard try session.reply(to: statement) == .done else {
      let isTold = ["error: ", "not read: ", "not held: "].contains(where: sink.complaint.contains)
      #expect(sink.answer.isEmpty && isTold, "\(statement)")
      return nil
    }
    let rows = try? JSONSerialization.jsonObject(with: Data(sink.answer.utf8)) as? [[String: Any]]
    return rows?.first
  }

  /// The only figure of an answer; `nil` when there is none, or several.
  func value(of question: String) throws -> Double? {
    let rows = try rowsOrNothing(question)
    guard rows.count == 1, rows[0].count == 1 else { return nil }
    return (rows[0].values.first as? NSNumber)?.doubleValue
  }

  func rowsOrNothing(_ question: String) throws -> [[String: Any]] {
    guard case .success(let plan) = try plan(question) else { return [] }
    let text = try json(plan)
    return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
  }
}

extension Vocabulary {
  /// A question without rows, about one period.
  func questionOfOneValue(_ dice: inout Dice) -> String {
    let subject = dice.pick(subjects)
    let measure = subject.measure
    let value = subject.members.isEmpty ? nil : dice.pick(subject.members)
    let column =
      switch dice.roll(1...8) {
      case 1: value.map { "\(measure)(\"\($0)\") / \(measure)" } ?? measure
      case 2: "\(dice.pick(["max", "min", "average", "median"]))(\(measure) by month)"
      case 3: "2.5 * \(measure) - \(measure)"
      default: measure
      }
    let filter = dice.isOne(in: 3) ? value.map { " for \"\($0)\"" } ?? "" : ""
    let per = dice.isOne(in: 8) ? " per day" : ""
    let period = dice.pick([
      "in fy2022", "in fy2015", "in may 2023", "in 2024-02", "in q2 fy2023", "in cy2023",
      "in fy2018..fy2021", "in jun 2023..may 2024", "from 12 may 2023 to 17 nov 2023", "latest",
      "in fy2024", "in 31 jan 2024",
    ])
    return column + filter + " " + period + per
  }
}

extension Vocabulary.Subject {
  /// The name of its column in exports.
  fileprivate func key(_ shipped: Shipped) -> String {
    shipped.pipeline.catalog.measures().first { $0.name == measure }?.key ?? ""
  }
}
