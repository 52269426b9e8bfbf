import Testing

/// A question that must not be answered with rows, and what its refusal must say.
struct Refusal: Sendable, CustomTestStringConvertible {
  let question: String
  let says: [String]

  init(_ question: String, says: String...) {
    self.question = question
    self.says = says
  }

  var testDescription: String { question }
}

/// A question whose answer must carry notes.
struct Caution: Sendable, CustomTestStringConvertible {
  let question: String
  let says: [String]

  init(_ question: String, says: String...) {
    self.question = question
    self.says = says
  }

  var testDescription: String { question }
}

@MainActor
@Suite("What the data cannot answer is refused, with the reason")
struct RefusalTests {
  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) throws {
    let (answer, complaint) = try Tally.reply(to: refusal.question)
    #expect(answer.isEmpty)
    for words in refusal.says {
      #expect(complaint.lowercased().contains(words.lowercased()), "\(complaint)")
    }
  }

  nonisolated static let refusals = [
    // REPORT.md 3.1: a member that never occurs in a table is not zero there.
    Refusal(
      "encounters for venezuela, southwest, between ports in jan 2025",
      says: "not held for this period", "November 2024"
    ),
    // REPORT.md 3.6: ten named citizenships do not roll up to regions.
    Refusal("removals by region in fy2023", says: "September 2022"),
    Refusal("removals for africa in fy2023", says: "September 2022"),
    // The 21 citizenships of the files by state neither.
    Refusal("encounters by region in fy2023", says: "encounters"),
    Refusal("encounters for europe in fy2023", says: "encounters"),
    // REPORT.md 2.1: a table answers only if its whole scope is in the question.
    Refusal("gotaways by fy", says: "Southwest border", "try:"),
    Refusal("CBP book-outs in fy2023", says: "Southwest border", "try:"),
    // REPORT.md 3.13, 3.14: levels and limits have no sum over time.
    Refusal("border patrol agents in fy2015..fy2018", says: "level", "by fy"),
    Refusal("court cases pending since 2020", says: "level", "by fy"),
    Refusal("CHNV paroles to date in cy2023..cy2024", says: "level"),
    Refusal("refugee ceiling in fy2020..fy2022", says: "limit", "by fy"),
    // LANGUAGE.md 5.6: four different answers; the fourth, zero, is an oracle.
    Refusal("removls by fy", says: "no measure is called", "`removals`"),
    Refusal("removals by state", says: "not published by state", "citizenship"),
    Refusal("removals in fy1890", says: "not held for this period", "1891"),
    Refusal("removals in fy2030", says: "not held for this period", "August 2024"),
    Refusal("returns in fy1925", says: "not held for this period", "1926"),
    Refusal("removals by month in fy2005", says: "October 2013"),
    // Title 42 ended: that there are none is known, not merely not held.
    Refusal("expulsions in fy2024", says: "none exist"),
    Refusal("encounters by sex in fy2023", says: "2019"),
    // LANGUAGE.md 2: no whole month inside.
    Refusal("encounters in 12 may 2023", says: "whole month", "encounters in may 2023"),
    Refusal("encounters in 29 feb 2023", says: "feb"),
    Refusal("encounters since 2024 until 2022", says: "error"),
    Refusal("encounters in may", says: "year"),
    // LANGUAGE.md 3: asked back with each spelling.
    Refusal(
      "encounters for georgia in fy2024",
      says: "where citizenship = georgia", "where state = georgia"
    ),
    Refusal(
      "encounters for san diego by fy",
      says: "where sector = san diego", "where field office = san diego"
    ),
    Refusal("removals for europe, mexico in fy2020", says: "Europe", "Mexico"),
    // A phrase that maps to nothing, with its note.
    Refusal("green cards by fy", says: "Lawful permanent residence is not held"),
    Refusal("asylum seekers", says: "No figure counts asylum seekers"),
    Refusal("border wall", says: "Miles of barrier"),
    // LANGUAGE.md 8: habits of other tools are answered by name.
    Refusal("select removals", says: "`select`"),
    Refusal("removals group by fy", says: "`by`"),
    Refusal("sum(removals)", says: "sum"),
    Refusal("removals of mexico", says: "`for`"),
    // Words of later versions.
    Refusal("removals + returns in fy2020", says: "error"),
    Refusal("removals by fy per day", says: "`per` is not understood"),
    Refusal("encounters by citizenship top 5 in fy2023 with share", says: "`with` is not understood"),
    Refusal("encounters by fy across border", says: "`across` is not understood"),
    Refusal("encounters in fy2024 vs fy2023", says: "`vs` is not understood"),
    Refusal("check removals in fy2012 = 415579", says: "check"),
    Refusal("removals by administration", says: "administration"),
    Refusal("removals by source", says: "source"),
    Refusal("removals as of 2020-01-01", says: "as of"),
  ]
}

@MainActor
@Suite("What a reader must know is said with the answer")
struct CautionTests {
  @Test(arguments: cautions)
  func says(_ caution: Caution) throws {
    let (answer, complaint) = try Tally.reply(to: caution.question)
    #expect(complaint == "")
    for words in caution.says {
      #expect(answer.lowercased().contains(words.lowercased()), "\(answer)")
    }
  }

  nonisolated static let cautions = [
    // REPORT.md 3.2, 3.9: partial years, rounding, and the seam of two sources.
    Caution(
      "removals by fy since 2020",
      says: "2024 ◐", "≈ 315,480", "11 of 12 months", "rounded to tens", "Table 39",
      "where they meet", "108,733", "102,840"
    ),
    Caution("encounters by fy since 2024", says: "2026 ◐", "2 of 12 months"),
    Caution("refugees by fy since 2023", says: "2025 ◐", "3 of 12 months"),
    Caution("removals by quarter in fy2024", says: "Q4 ◐", "2 of 3 months"),
    Caution("removals in fy2024", says: "◐", "11 of 12"),
    // A period that the question itself cuts.
    Caution("encounters by fy since jan 2024 until 2025", says: "2024 ◐", "9 of 12 months"),
    Caution("encounters from 12 may 2023 to 15 aug 2023", says: "June 2023", "July 2023"),
    // REPORT.md 3.15: withheld cells.
    Caution("removals for benin, togo in fy2022", says: "> ", "at least", "withheld"),
    Caution("removals for benin in fy2022", says: "withheld by the publisher"),
    // REPORT.md 3.3: partial tables.
    Caution("returns by citizenship in fy2020 limit 2", says: "does not add up"),
    Caution("border patrol agents by border in fy2019", says: "does not add up"),
    // REPORT.md 3.19: hedges.
    Caution("CHNV paroles to date in jul 2024", says: "> 520,000", "more than"),
    Caution("CHNV paroles to date in dec 2023", says: "≈ 327,000", "about"),
    Caution("CHNV paroles to date in 17 nov 2023", says: "< 270,000", "nearly"),
    // REPORT.md 3.25: phrases with their note.
    Caution("deportations in fy2022", says: "not a statistical term"),
    Caution("illegal crossings in fy2019", says: "Nobody counts crossings"),
    Caution("credible fear interviews in fy2023", says: "without closed cases"),
    // LANGUAGE.md 5.5: the date of a level is said.
    Caution("court cases pending in fy2023", says: "30 Sep 2023"),
    // LANGUAGE.md 2: what was assumed.
    Caution("ERO arrests", says: "by fiscal year", "all that is held"),
    Caution("encounters in 2024", says: "October 2023 – September 2024"),
    Caution("encounters by venezuela in fy2024", says: "for"),
    Caution("refugees in fy1976", says: "July 1975 – September 1976"),
    // Breaks and caveats.
    Caution("encounters by fy from 2019 to 2021", says: "Title 42", "events, not people"),
    Caution("ICE removals in fy2020", says: "Not a part of removals"),
  ]
}

@MainActor
@Suite("One question, spelled in several ways")
struct SpellingTests {
  @Test(arguments: [
    ("removals by fy since 2010", "REMOVALS By FY Since FY2010"),
    ("encounters for venezuela in fy2024", "encounter for Venezuelans in 2024"),
    ("encounters for southwest in fy2024", "encounters in fy24 for Southwest border"),
    ("H-2A visas in fy2023", "h2a visas in fy 2023"),
    ("darién crossings by cy since cy2020", "darien crossings since 2020 by cy"),
    ("encounters for cuba, haiti in fy2023", "encounters where citizenship in (cuba, haiti) in 2023"),
    ("encounters for cuba, texas in fy2023", "encounters where citizenship = cuba for texas in 2023"),
    ("encounters by fy, border in fy2023", "encounters by fy by border in 2023"),
    ("287(g) agreements by fy", "287g agreements by fiscal year"),
    ("ICE removals by ice_office in fy2016", "ICE removals by ICE field office in fy2016"),
    ("removals by citizenship top 5 in fy2022", "removals top 5 in fy2022 by nationality"),
  ])
  func same(_ one: String, _ other: String) throws {
    #expect(try Tally.rows(of: one) == Tally.rows(of: other))
  }

  @Test("columns that would share a name are told apart by their text")
  func twoRestrictions() throws {
    let rows = try Tally.rows(of: "encounters between ports, encounters at ports in fy2022")
    let figures = rows.first?.cells.values.compactMap { $0 } ?? []
    #expect(figures.count == 2 && figures.contains(.number(551_928)))
  }
}
