import Foundation
import TestSupport
import Testing

/// What is true of every judgment, whatever is judged: over random statements about random questions.
@Suite("Properties of judgments")
struct JudgmentProperties {
  /// A question of one value that is held, its value, and numbers near it.
  private struct Subject {
    let question: String
    let value: Double

    init?(_ dice: inout Dice, _ shipped: Shipped) throws {
      question = shipped.words.questionOfOneValue(&dice)
      guard let value = try shipped.value(of: question) else { return nil }
      self.value = value
    }

    var isPart: Bool { question.contains(" / ") }

    /// A number as speakers write it, near the value or far from it.
    func number(_ dice: inout Dice) -> String {
      let tenths = Double(dice.roll(-20...20)) / (dice.isOne(in: 3) ? 40 : 1000)
      let near = value * (1 + tenths)
      if isPart { return String(format: "%.1f%%", near * 100) }
      if near.magnitude >= 1_000_000, dice.isOne(in: 3) {
        return String(format: "%.2fm", near / 1_000_000)
      }
      if near.magnitude >= 10_000, dice.isOne(in: 3) {
        return String(format: "%.0fk", near / 1000)
      }
      let unit = dice.pick([1.0, 1, 10, 100])
      return String(format: "%.0f", (near / unit).rounded() * unit)
    }

    /// A judgment, without `is` and without `not`.
    func judgment(_ dice: inout Dice) -> String {
      let number = number(&dice)
      return switch dice.roll(1...15) {
      case 1: "= \(number)"
      case 2: "about \(number)"
      case 3: "nearly \(number)"
      case 4: "more than \(number)"
      case 5: "less than \(number)"
      case 6: "\(dice.pick([">", ">=", "<", "<="])) \(number)"
      case 7: "between \(number) and \(self.number(&dice))"
      case 8: "\(number) to \(self.number(&dice))"
      case 9: "\(dice.pick(["", "2nd ", "third "]))\(dice.pick(["highest", "lowest"])) ever"
      case 10: "\(dice.pick(["highest", "lowest"])) since \(dice.pick(["fy2012", "jan 2021"]))"
      case 11: "record \(dice.pick(["high", "low"]))"
      case 12: "first \(dice.pick(["above", "below"])) \(number) since jan 2014"
      case 13: "\(dice.pick(["above", "below"])) \(number) 2 times in a row"
      case 14: "more than in fy2019"
      default: "\(dice.pick(["half of", "1.5 times", "twice", "80% of"])) that of fy2021"
      }
    }
  }

  @Test(
    "every judgment with `not` is its opposite, and how far off a number is decides what is close",
    arguments: 2401...2408 as ClosedRange<UInt64>
  )
  func opposites(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    var dice = Dice(seed: seed)
    var seen: [String: Int] = [:]
    for _ in 0..<150 {
      guard let subject = try Subject(&dice, shipped) else { continue }
      let judgment = subject.judgment(&dice)
      let statement = "check \(subject.question) is \(judgment)"
      guard let row = try shipped.verdict(statement), let verdict = row["verdict"] as? String,
        verdict != "no data"
      else { continue }
      seen[verdict, default: 0] += 1
      let opposite = ["holds": "fails", "fails": "holds", "close": "holds"][verdict] ?? verdict
      let negative = "check \(subject.question) is not \(judgment)"
      #expect(try shipped.verdict(negative)?["verdict"] as? String == opposite, "\(negative)")
      try widens(statement, verdict, isPart: subject.isPart, shipped)
    }
    #expect(seen["holds", default: 0] > 3 && seen["fails", default: 0] > 3, "\(seen)")
    #expect(seen["close", default: 0] > 0, "\(seen)")
  }

  /// `within` changes what is close and nothing else: what holds never becomes close, what is close
  /// stays so where more is allowed, and nothing else becomes what holds.
  private func widens(
    _ statement: String,
    _ verdict: String,
    isPart: Bool,
    _ shipped: Shipped
  ) throws {
    let widths =
      isPart ? ["1 points", "2 points", "9 points", "50 points"] : ["1%", "2%", "9%", "50%"]
    var before: String?
    for width in widths {
      let row = try shipped.verdict("\(statement) within \(width)")
      // What states no number, or two, is never close, and is refused.
      guard let found = row?["verdict"] as? String else { return }
      let wanted: Set<String> =
        switch verdict {
        case "holds": ["holds"]
        case "undecided": ["undecided", "close"]
        case "depends": ["depends", "close"]
        default: before == "close" ? ["close"] : ["close", "fails"]
        }
      #expect(wanted.contains(found), "\(statement) within \(width): \(verdict), \(found)")
      before = found
    }
  }

  @Test(
    "a record is the highest since the first period held",
    arguments: 2411...2416 as ClosedRange<UInt64>
  )
  func records(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    var dice = Dice(seed: seed)
    var (records, others) = (0, 0)
    for _ in 0..<30 {
      let measure = dice.pick(shipped.words.subjects).measure
      let unit = dice.pick(["fy", "month"])
      let rows = try shipped.rowsOrNothing("\(measure) by \(unit)")
      let held = rows.compactMap { row -> (period: String, value: Double)? in
        guard let value = row.first(where: { $0.key != unit })?.value as? NSNumber,
          let period = row[unit]
        else { return nil }
        return (unit == "fy" ? "fy\(period)" : "\(period)", value.doubleValue)
      }
      guard held.count > 5 else { continue }
      let extremes = [held.max { $0.value < $1.value }, held.min { $0.value < $1.value }]
      for own in extremes.compactMap({ $0 }) + [dice.pick(held)] {
        for (word, extreme) in [("high", "highest"), ("low", "lowest")] {
          let subject = "check \(measure) in \(own.period)"
          let record = try shipped.verdict("\(subject) is record \(word)")?["verdict"] as? String
          let ever = try shipped.verdict("\(subject) is \(extreme) ever")?["verdict"] as? String
          #expect(record == ever, "\(subject) is record \(word)")
          let since = "\(subject) is \(extreme) since \(held[0].period)"
          guard let record, let row = try shipped.verdict(since) else { continue }
          let verdict = row["verdict"] as? String
          if record == "holds" {
            records += 1
            // What the rows between do not hold leaves it open, never wrong.
            #expect(verdict == "holds" || verdict == "undecided", "\(since)")
          } else if verdict == "fails" {
            others += 1
            #expect(record == "fails" || record == "depends", "\(subject) is record \(word)")
          }
        }
      }
    }
    #expect(records > 1 && others > 3, "\(records) and \(others) prove nothing")
  }
}
