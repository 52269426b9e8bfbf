import Foundation
import Testing

/// Changes that go from a later period to an earlier one, as people say them: by plain arithmetic.
@Suite("Changes may go back in time")
struct BackwardOracles {
  /// Later years, each with an earlier one; none beside the year of fifteen months.
  private static let pairs = [
    (2013, 2009), (2013, 2012), (2012, 2013), (2020, 2013), (2021, 2020), (2022, 2021),
    (2022, 2012),
    (1996, 1986), (1990, 1989), (1988, 1970), (1970, 1963), (1963, 1954), (1956, 1954),
    (1954, 1950),
    (1950, 1944), (1946, 1931), (1938, 1930), (1931, 1927), (1924, 1921), (1915, 1914),
    (1914, 1905),
    (1910, 1900), (1905, 1896), (2004, 2003), (2008, 2000), (2019, 2018), (2016, 2014),
    (2010, 2008),
  ]

  @Test(arguments: pairs)
  func changes(_ from: Int, _ to: Int) throws {
    let series = try Series.removals.get()
    let before = series.values[try series.place("fy\(from)")]
    let after = series.values[try series.place("fy\(to)")]
    let change = "change in removals from fy\(from) to fy\(to)"
    let percent = (after / before - 1) * 100
    let rounded = percent.rounded()
    var statements = [
      ("rose", after > before ? "holds" : "fails"), ("fell", after < before ? "holds" : "fails"),
      ("not fell", after < before ? "fails" : "holds"),
      ("is flat", abs(percent) <= 5 ? "holds" : "fails"),
      ("doubled", after >= 2 * before ? "holds" : after >= 1.9 * before ? "close" : "fails"),
      ("halved", after <= before / 2 ? "holds" : after <= before * 0.525 ? "close" : "fails"),
    ]
    if abs(rounded) >= 1 { statements.append(("= \(Int(rounded))%", "holds")) }
    let units = Int(abs(after - before))
    if units > 0 {
      let (own, opposite) = after > before ? ("rose", "fell") : ("fell", "rose")
      statements += [
        ("\(own) by \(units) events", "holds"), ("\(opposite) by \(units) events", "fails"),
      ]
    }
    for (words, verdict) in statements {
      #expect(try Tally.verdict("\(change) \(words)") == verdict, "\(change) \(words): \(percent)")
    }
    // That it goes back is told, and only where it does.
    let (answer, _) = try Tally.reply(to: "check \(change) rose")
    #expect(answer.contains("from a later period back") == (from > to), "\(answer)")
  }

  @Test("a later year as a multiple of an earlier one", arguments: pairs.filter { $0 > $1 })
  func multiples(_ later: Int, _ earlier: Int) throws {
    let series = try Series.removals.get()
    let (own, other) = (
      series.values[try series.place("fy\(earlier)")], series.values[try series.place("fy\(later)")]
    )
    let factor = own / other
    for stated in [0.5, 1.5, 2, 3] where stated != 1 {
      let isSo = factor >= stated * 0.95 && factor <= stated * 1.2
      let number = stated == stated.rounded() ? "\(Int(stated))" : "\(stated)"
      for times in ["\(number) times", "\(number)x"] {
        let statement = "removals in fy\(earlier) is \(times) removals in fy\(later)"
        let verdict = try Tally.verdict(statement)
        // Nothing is close that is outside: a twentieth is more than one percent.
        let isNear = factor < stated * 0.95 && factor >= stated / 1.01
        #expect(verdict == (isSo ? "holds" : isNear ? "close" : "fails"), "\(statement): \(factor)")
      }
    }
  }
}
