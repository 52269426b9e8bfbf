import Foundation
import TestSupport
import Testing

/// Sums over spans of unlike length are compared as they are: the shorter one decides where it has
/// more, whatever way two of them are set beside each other.
@Suite("Spans of unlike length")
struct UnlikeSpanTests {
  /// A span of months of one table, and what it adds up to.
  private struct Span {
    let name: String
    let months: Int
    let sum: Double

    init(_ dice: inout Dice) throws {
      let year = dice.roll(2001...2016)
      let (first, count) = (dice.roll(1...6), dice.roll(1...6))
      let (from, to) = ("\(year)-0\(first)", String(format: "%d-%02d", year, first + count - 1))
      name = count == 1 ? from : "\(from)..\(to)"
      months = count
      let rows = try Tally.rows(of: "apprehensions for southwest in \(name)")
      guard case .number(let sum) = rows[0].cells["apprehensions"] else {
        throw Refused(description: "no figure in \(name)")
      }
      self.sum = sum
    }
  }

  /// A way to set two spans beside each other, and what it says of two sums.
  private struct Form: Sendable {
    let write: @Sendable (String, String) -> String
    let isAtLeast: Bool
    let holds: @Sendable (Double, Double) -> Bool
  }

  private static let forms: [Form] = [
    Form(write: { "\($0) > \($1)" }, isAtLeast: true, holds: { $0 > $1 }),
    Form(write: { "\($0) is twice \($1)" }, isAtLeast: true, holds: { $0 >= 2 * $1 }),
    Form(write: { "\($0) / \($1) >= 2" }, isAtLeast: true, holds: { $0 >= 2 * $1 }),
    Form(write: { "\($0) - \($1) > 0" }, isAtLeast: true, holds: { $0 > $1 }),
    Form(write: { "\($0) < \($1)" }, isAtLeast: false, holds: { $0 < $1 }),
    Form(write: { "\($0) / \($1) < 1" }, isAtLeast: false, holds: { $0 < $1 }),
    Form(write: { "\($0) - \($1) < 0" }, isAtLeast: false, holds: { $0 < $1 }),
  ]

  /// A longer span can be anything up to its sum beside a shorter one, a shorter one anything from
  /// its sum on.
  private func verdict(_ own: Span, _ other: Span, isAtLeast: Bool, _ isSo: Bool) -> String {
    if own.months == other.months { return isSo ? "holds" : "fails" }
    let isShorter = own.months < other.months
    if isShorter == isAtLeast { return isSo ? "holds" : "undecided" }
    return isSo ? "undecided" : "fails"
  }

  @Test("two spans, in every form", arguments: 191...194 as ClosedRange<UInt64>)
  func decides(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var seen: [String: Int] = [:]
    for _ in 0..<12 {
      let (own, other) = (try Span(&dice), try Span(&dice))
      guard own.name != other.name else { continue }
      for form in Self.forms {
        let subject = "apprehensions for southwest in "
        let statement = form.write(subject + own.name, subject + other.name)
        let (answer, complaint) = try Tally.reply(to: "check \(statement) | json")
        let rows = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [[String: Any]]
        let found = rows?.first?["verdict"] as? String ?? complaint
        let wanted = verdict(own, other, isAtLeast: form.isAtLeast, form.holds(own.sum, other.sum))
        seen[wanted, default: 0] += 1
        // A number stated can be close.
        #expect(found == wanted || found == "close" && wanted != "holds", "\(statement)")
      }
    }
    #expect(seen.count == 3, "\(seen)")
  }

  @Test("lengths are told where they differ, and only there")
  func tellsLengths() throws {
    for (statement, isTold) in [
      (
        "encounters for southwest in fy2024 is twice encounters for southwest in oct 2018..apr 2019",
        true
      ),
      ("removals in fy1976 is twice removals in fy1974", true),
      ("removals in fy2012 is twice removals in fy2002", false),
    ] {
      let (answer, _) = try Tally.reply(to: "check \(statement)")
      #expect(answer.contains("of unlike length") == isTold, "\(statement)\n\(answer)")
    }
  }
}
