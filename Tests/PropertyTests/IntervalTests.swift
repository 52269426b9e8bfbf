import Planner
import TestSupport
import Testing

@Suite("Exact numbers and intervals")
struct IntervalTests {
  @Test(
    "fractions add, multiply and compare as numbers do",
    arguments: 301...304 as ClosedRange<UInt64>
  )
  func fractions(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    for _ in 0..<200 {
      let (a, b) = (dice.roll(-999...999), dice.roll(1...999))
      let (c, d) = (dice.roll(-999...999), dice.roll(1...999))
      let (x, y) = (Fraction(a, over: b), Fraction(c, over: d))
      #expect(x + y == Fraction(a * d + c * b, over: b * d))
      #expect(x - y + y == x)
      #expect(x * y == Fraction(a * c, over: b * d))
      #expect((x < y) == (a * d < c * b))
      if c != 0 { #expect((x * y) / y == x) }
    }
  }

  @Test("a third is a third, and what is too large for exactness does not trap")
  func edges() throws {
    let third = Fraction(1, over: 3)
    #expect(third + third + third == Fraction(1))
    #expect(Fraction(1) / .zero == nil)
    #expect(Fraction(-6, over: -4) == Fraction(3, over: 2))
    var huge = Fraction(Int.max)
    for _ in 0..<20 { huge = huge * huge + third }
    #expect(huge > Fraction(Int.max))
  }

  @Test("an interval holds what its numbers give", arguments: 311...314 as ClosedRange<UInt64>)
  func holdsItsNumbers(_ seed: UInt64) throws {
    var dice = Dice(seed: seed)
    for _ in 0..<200 {
      let (a, x) = numbers(&dice)
      let (b, y) = numbers(&dice)
      #expect((a + b).holds(x + y) && (a - b).holds(x - y) && (a * b).holds(x * y))
      if let quotient = x / y { #expect((a / b).holds(quotient), "\(a) / \(b)") }
    }
  }

  /// An interval, perhaps open at an end, and a number in it.
  private func numbers(_ dice: inout Dice) -> (Interval, Fraction) {
    let (low, width) = (dice.roll(-50...50), dice.roll(0...30))
    let inside = Fraction(low + dice.roll(0...max(0, width)))
    let ends: (Interval.Bound, Interval.Bound) = (
      dice.isOne(in: 5) ? .negativeInfinity : .number(Fraction(low)),
      dice.isOne(in: 5) ? .positiveInfinity : .number(Fraction(low + width))
    )
    return (Interval(ends.0, ends.1), inside)
  }
}

extension Interval {
  fileprivate func holds(_ number: Fraction) -> Bool {
    low <= .number(number) && .number(number) <= high
  }
}
