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
      says: "not held for this period",
      "November 2024"
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
      says: "where citizenship = georgia",
      "where state = georgia"
    ),
    Refusal(
      "encounters for san diego by fy",
      says: "where sector = san diego",
      "where field office = san diego"
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
    Refusal(
      "encounters by citizenship top 5 in fy2023 with share",
      says: "`with` is not understood"
    ),
    Refusal("encounters by fy across border", says: "`across` is not understood"),
    Refusal("encounters in fy2024 vs fy2023", says: "`vs` is not understood"),
    Refusal("check removals in fy2012 = 415579", says: "check"),
    Refusal("removals by administration", says: "administration"),
    Refusal("removals by source", says: "source"),
    Refusal("removals as of 2020-01-01", says: "as of"),
  ]
}
