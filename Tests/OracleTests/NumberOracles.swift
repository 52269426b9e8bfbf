import Foundation
import Testing

/// A number beside a figure, by the rules of the language: which verdict is right.
private enum Said {
  /// Within one percent of a figure, on its side of zero.
  static func isClose(_ said: Double, _ own: Double) -> Bool {
    said * own > 0 && abs(said - own) * 100 <= abs(own) + 1e-9
  }

  /// Of a percentage: a tenth of it below 10, one point to 100, one percent of it above.
  static func isCloseInPercent(_ said: Double, _ own: Double) -> Bool {
    let width = abs(own) < 10 ? abs(own) / 10 : abs(own) <= 100 ? 1 : abs(own) / 100
    return said * own > 0 && abs(said - own) <= width + 1e-9
  }

  /// What rounds to a number at some decimals, halves away from zero.
  static func rounds(_ own: Double, to said: Double, places: Int) -> Bool {
    let scale = pow(10, Double(places))
    return (own * scale).rounded(.toNearestOrAwayFromZero) == (said * scale).rounded()
  }

  /// One unit of the last digit of a whole number that is not zero, and how many digits come before.
  static func lastDigit(_ said: Int) -> (unit: Int, digits: Int) {
    var unit = 1
    while said % (unit * 10) == 0 { unit *= 10 }
    return (unit, String(said / unit).count)
  }

  static func verdict(_ holds: Bool, _ isClose: Bool) -> String {
    holds ? "holds" : isClose ? "close" : "fails"
  }
}

@Suite("Numbers stated: verdicts at every edge, by plain arithmetic over one table")
struct NumberOracles {
  private static let years = [
    1893, 1896, 1900, 1905, 1910, 1914, 1921, 1924, 1930, 1938, 1944, 1950, 1954, 1956, 1963, 1970,
    1980, 1986, 1988, 1990, 1996, 2000, 2004, 2008, 2009, 2012, 2013, 2016, 2019, 2020, 2021, 2022,
  ]

  private func expect(_ statement: String, _ verdict: String) throws {
    let found = try Tally.verdict(statement)
    #expect(found == verdict, "\(statement): \(found)")
  }

  @Test("exactly one percent is close, and one more is not")
  func onePercent() throws {
    let series = try Series.ceilings.get()
    try #require(series.periods.count >= 25)
    for (name, value) in series.periods where value.truncatingRemainder(dividingBy: 100) == 0 {
      let (own, part) = (Int(value), Int(value) / 100)
      for (said, words, verdict) in [
        (own, "=", "holds"), (own + part, "=", "close"), (own - part, "=", "close"),
        (own + part + 1, "=", "fails"), (own - part - 1, "=", "fails"),
        (own + part, ">", "close"), (own + part + 1, ">", "fails"), (own - part - 1, ">", "holds"),
        (own - part, "<", "close"), (own - part - 1, "<", "fails"), (own, "<", "close"),
      ] {
        try expect("refugee ceiling in \(name) \(words) \(said)", verdict)
      }
    }
  }

  @Test("about a number: half a unit of its last digit, a twentieth, or a tenth of one digit")
  func about() throws {
    let series = try Series.removals.get()
    var edges = 0
    for year in Self.years {
      let own = Int(series.values[try series.place("fy\(year)")])
      for unit in [1, 10, 100, 1000, 10_000] where unit * 2 < own {
        let below = own / unit * unit
        for said in [below - unit, below, below + unit] where said > 0 {
          let (last, digits) = Said.lastDigit(said)
          let margin = min(Double(last) / 2, Double(said) * (digits == 1 ? 0.1 : 0.05))
          let off = Double(abs(said - own))
          if off == margin { edges += 1 }
          try expect(
            "removals in fy\(year) is about \(said)",
            Said.verdict(off <= margin, Said.isClose(Double(said), Double(own)))
          )
        }
      }
    }
    #expect(edges >= 3, "no number is exactly half a digit off")
  }

  @Test("nearly a number: from one unit of its last digit below, at most a tenth, to it")
  func nearly() throws {
    let series = try Series.removals.get()
    for year in Self.years {
      let own = Int(series.values[try series.place("fy\(year)")])
      for unit in [100, 1000, 10_000, 100_000] where unit < own {
        for said in [own / unit * unit, (own / unit + 1) * unit, (own / unit + 2) * unit, own] {
          let least = Double(said) - min(Double(Said.lastDigit(said).unit), Double(said) / 10)
          let holds = Double(own) >= least && own <= said
          try expect(
            "removals in fy\(year) is nearly \(said)",
            Said.verdict(holds, Said.isClose(Double(said), Double(own)))
          )
        }
      }
    }
  }

  @Test("a number written short: what rounds to it, at most 5 percent either way")
  func short() throws {
    let series = try Series.removals.get()
    for year in Self.years {
      let own = series.values[try series.place("fy\(year)")]
      for said in [(own / 1000).rounded(.down), (own / 1000).rounded(.up)] where said >= 1 {
        let half = min(0.5, said * 0.05)
        let holds = own / 1000 >= said - half && own / 1000 < said + half
        try expect(
          "removals in fy\(year) = \(Int(said))k",
          Said.verdict(holds, Said.isClose(said * 1000, own))
        )
      }
    }
    // Exactly the half between two thousands.
    try expect("refugee ceiling in fy2021 = 62k", "close")
    try expect("refugee ceiling in fy2021 = 63k", "holds")
    try expect("refugee ceiling in fy2021 = 62.5k", "holds")
    try expect("refugee ceiling in fy2021 = 0.06m", "holds")
    try expect("refugee ceiling in fy2022 = 0.1m", "fails")
  }

  @Test("changes in percent: what rounds to a number, and the width of close at each size")
  func percentages() throws {
    let series = try Series.removals.get()
    var compared = 0
    for year in Self.years {
      for back in [1, 4, 20] {
        guard year - back > 1892, year != 1976, year - back != 1976 else { continue }
        let before = series.values[try series.place("fy\(year - back)")]
        let own = series.values[try series.place("fy\(year)")]
        let percent = (own - before) / before * 100
        let width =
          abs(percent) < 10 ? abs(percent) / 10 : abs(percent) <= 100 ? 1 : abs(percent) / 100
        for offset in [0, width * 0.9, -width * 0.9, width * 1.1 + 0.1, -width * 1.1 - 0.1] {
          let said = ((percent + offset) * 10).rounded() / 10
          // On the very edge the noise of computing would decide.
          guard said != 0, abs(abs(said - percent) - width) > 1e-6 else { continue }
          let text = String(format: "%.1f", said)
          compared += 1
          try expect(
            "change in removals from fy\(year - back) to fy\(year) = \(text)%",
            Said.verdict(
              Said.rounds(percent, to: said, places: 1),
              Said.isCloseInPercent(said, percent)
            )
          )
          try expect(
            "change in removals from fy\(year - back) to fy\(year) "
              + "\(said > 0 ? "rose" : "fell") by \(text.drop { $0 == "-" })%",
            Said.verdict(
              Said.rounds(percent, to: said, places: 1),
              Said.isCloseInPercent(said, percent)
            )
          )
        }
      }
    }
    #expect(compared >= 100)
  }

  @Test("multiples in words: at, below and above each of their edges")
  func multiples() throws {
    let series = try Series.removals.get()
    var seen: [String: Int] = [:]
    for year in 1895...2022 where year != 1976 {
      for back in [1, 3, 10, 30] where year - back > 1892 && year - back != 1976 {
        let factor =
          series.values[try series.place("fy\(year)")]
          / series.values[try series.place("fy\(year - back)")]
        let change = "change in removals from fy\(year - back) to fy\(year)"
        for (word, size) in [("doubled", 2.0), ("tripled", 3), ("quadrupled", 4), ("halved", 0.5)] {
          // Near an edge only: far away every program is right.
          guard abs(factor / size - 1) < 0.25, seen[word, default: 0] < 12 else { continue }
          seen[word, default: 0] += 1
          let isGrowth = size > 1
          let isSo = isGrowth ? factor >= size : factor <= size
          let isShort = isGrowth ? factor >= size * 0.95 : factor <= size * 1.05
          let isNearly =
            isGrowth
            ? factor >= size * 0.9 && factor <= size : factor <= size * 1.1 && factor >= size
          try expect("\(change) \(word)", Said.verdict(isSo, isShort))
          try expect("\(change) more than \(word)", Said.verdict(isSo, isShort))
          try expect("\(change) nearly \(word)", Said.verdict(isNearly, false))
          try expect("\(change) not \(word)", isSo ? "fails" : "holds")
        }
      }
    }
    #expect(seen.values.allSatisfy { $0 >= 8 } && seen.count == 4, "\(seen)")
  }

  @Test("times and parts of another figure: from a twentieth below to a fifth above")
  func factors() throws {
    let series = try Series.removals.get()
    for (index, year) in Self.years.enumerated() where year > 1895 && index % 2 == 0 {
      for back in [2, 7] where year - back != 1976 {
        let own = series.values[try series.place("fy\(year)")]
        let other = series.values[try series.place("fy\(year - back)")]
        let factor = own / other
        let (left, right) = ("removals in fy\(year)", "removals in fy\(year - back)")
        for said in [factor, factor / 0.94, factor / 0.96, factor / 1.19, factor / 1.21].map({
          ($0 * 100).rounded() / 100
        }) where said > 1 {
          let text = String(format: "%.2f", said)
          let holds = factor >= said * 0.95 - 1e-12 && factor <= said * 1.2 + 1e-12
          try expect("\(left) is \(text) times \(right)", Said.verdict(holds, false))
          try expect(
            "\(left) is more than \(text) times \(right)",
            Said.verdict(factor >= said, Said.isClose(said, factor))
          )
          try expect(
            "\(left) / \(right) = \(text)",
            Said.verdict(Said.rounds(factor, to: said, places: 2), Said.isClose(said, factor))
          )
        }
        let percent = factor * 100
        for said in [percent.rounded(), percent.rounded() + 2] {
          let text = String(Int(said))
          let verdict = Said.verdict(
            Said.rounds(percent, to: said, places: 0),
            Said.isCloseInPercent(said, percent)
          )
          try expect("\(left) is \(text)% of \(right)", verdict)
          try expect("\(left) / \(right) = \(text)%", verdict)
        }
        let difference = Int(own - other)
        try expect("\(left) - \(right) = \(difference)", "holds")
        try expect(
          "\(left) - \(right) = \(difference + difference / 100 + difference.signum())",
          "fails"
        )
        try expect("\(left) - \(right) > 0", own > other ? "holds" : "fails")
      }
    }
  }

  @Test("parts in words: within two points and within a fifth of them, and never close")
  func parts() throws {
    let series = try Series.removals.get()
    let words = [
      ("half", 0.5), ("a third", 1.0 / 3), ("2 thirds", 2.0 / 3), ("a quarter", 0.25),
      ("3 quarters", 0.75), ("a fifth", 0.2), ("2 fifths", 0.4), ("a tenth", 0.1),
    ]
    var holding = 0
    for year in Self.years where year > 1910 {
      for other in [year - 3, year - 6, year - 9, year - 15] where other != 1976 {
        let share =
          series.values[try series.place("fy\(year)")]
          / series.values[try series.place("fy\(other)")]
        for (word, size) in words where abs(share - size) < 0.06 {
          let holds = abs(share - size) <= min(0.02, size / 5)
          holding += holds ? 1 : 0
          let (left, right) = ("removals in fy\(year)", "removals in fy\(other)")
          try expect("\(left) is \(word) of \(right)", Said.verdict(holds, false))
          try expect("\(left) / \(right) is \(word)", Said.verdict(holds, false))
          let fall = "change in removals from fy\(other) to fy\(year) fell by"
          let isFallen = abs(1 - share - (1 - size)) <= min(0.02, (1 - size) / 5)
          if word == "half" { try expect("\(fall) \(word)", Said.verdict(isFallen, false)) }
        }
      }
    }
    #expect(holding >= 8, "too few shares are near a part to prove anything")
  }

  @Test("ranges count both ends, and are never close", arguments: years)
  func ranges(_ year: Int) throws {
    let series = try Series.removals.get()
    let own = Int(series.values[try series.place("fy\(year)")])
    for (low, high, holds) in [
      (own, own, true), (own - 1, own, true), (own, own + 1, true), (own + 1, own + 2, false),
      (own - 2, own - 1, false), (1, own - 1, false), (1, own * 2, true),
    ] where low > 0 {
      let statement = "removals in fy\(year) is between \(low) and \(high)"
      try expect(statement, Said.verdict(holds, false))
      try expect(
        statement.replacingOccurrences(of: " is ", with: " is not "),
        Said.verdict(!holds, false)
      )
    }
  }

  @Test("flat is at most 5 percent either way")
  func flat() throws {
    let series = try Series.removals.get()
    var near = 0
    for place in 1..<series.periods.count {
      let (name, own) = series.periods[place]
      for back in 1...3 where place >= back {
        let (earlier, before) = series.periods[place - back]
        let change = own / before - 1
        guard abs(change) < 0.09, name != "fy1976", earlier != "fy1976" else { continue }
        near += 1
        let statement = "change in removals from \(earlier) to \(name)"
        try expect("\(statement) is flat", Said.verdict(abs(change) <= 0.05, false))
        try expect("\(statement) is not flat", Said.verdict(abs(change) > 0.05, false))
      }
    }
    #expect(near >= 25, "\(near)")
  }
}
