import Testing

@Suite("What the data cannot answer is refused, with the reason")
struct RefusalTests {
  @Test(arguments: refusals)
  func refuses(_ refusal: Saying) throws {
    let (answer, complaint) = try Tally.reply(to: refusal.question)
    #expect(answer.isEmpty)
    for words in refusal.says {
      #expect(complaint.lowercased().contains(words.lowercased()), "\(complaint)")
    }
  }

  static let refusals = [
    // What is offered keeps a period of the kind that was asked for.
    Saying("removals in fy2026", says: "held: July 1891 – August 2024", "try:  removals in fy2023"),
    Saying("removals in sep 2024", says: "try:  removals in aug 2024"),
    Saying("removals in fy1850", says: "try:  removals in fy1892"),
    // What the catalog knows of the times that are missing is said.
    Saying("removals in fy2025", says: "tables of OHSS that are held end in August 2024"),
    Saying("smuggling prosecutions in fy2021", says: "Only the years that were quoted are held"),
    Saying("gotaways in fy2024", says: "figures that the press quoted"),
    // Of tables that hold a part, those that hold the time that is asked for are meant.
    Saying(
      "encounters by field office in jul 2026",
      says: "Southwest border, Office of Field Operations",
      "try:  encounters by field office in jul 2026 for Southwest border, Office of Field Operations"
    ),
    // What is held of a part only is asked of that part.
    Saying("rescues in fy2023", says: "only of a part", "try:  rescues in fy2023 for southwest"),
    // What counts the same things, and what holds what counts them.
    Saying("ICE removals + ICE removals budget measure in fy2024", says: "the same removals"),
    Saying(
      "enforcement repatriations + returns in fy2023",
      says: "`returns`, which holds `enforcement returns`,"
    ),
    Saying("CBP book-outs + ICE book-ins in fy2023", says: "booked out by the one"),
    Saying("H-2B cap + H-2B cap with supplement in fy2024", says: "holds the cap"),
    Saying(
      "immigration court cases received + immigration court cases completed by fy",
      says: "stages"
    ),
    // REPORT.md 3.1: a member that never occurs in a table is not zero there.
    Saying(
      "encounters for venezuela, southwest, between ports in jan 2025",
      says: "lists Venezuela",
      "November 2024"
    ),
    // A period inside a figure that is longer is no gap: that figure is named.
    Saying(
      "ICE removals in q1 fy2026",
      says: "only as part of FY2026",
      "try:  ICE removals in fy2026"
    ),
    Saying(
      "ICE removals in jun 2026",
      says: "only as part of FY2026",
      "try:  ICE removals in fy2026"
    ),
    Saying(
      "CBP One encounters of CHNV nationals in jun 2023",
      says: "inside the figure of January 2023 – January 2025"
    ),
    // REPORT.md 3.6: ten named citizenships do not roll up to regions.
    Saying("removals by region in fy2023", says: "September 2022"),
    Saying("removals for africa in fy2023", says: "September 2022"),
    // The 21 citizenships of the files by state neither.
    Saying("encounters by region in fy2023", says: "encounters"),
    Saying("encounters for europe in fy2023", says: "encounters"),
    // REPORT.md 2.1: a table answers only if its whole scope is in the question, but for one that all tables of
    // the measure share. That one is of the southwest border: another border is not what it holds.
    Saying("gotaways for northern border by fy", says: "border", "try:  gotaways by fy"),
    Saying(
      "CBP book-outs for northern border in fy2023",
      says: "border",
      "try:  CBP book-outs in fy2023"
    ),
    // REPORT.md 3.13, 3.14: levels and limits have no sum over time.
    Saying("border patrol agents in fy2015..fy2018", says: "level", "by fy"),
    Saying("court cases pending since 2020", says: "level", "by fy"),
    Saying("CHNV paroles to date in cy2023..cy2024", says: "level"),
    Saying("refugee ceiling in fy2020..fy2022", says: "limit", "by fy"),
    // LANGUAGE.md 5.6: four different answers; the fourth, zero, is an oracle.
    Saying("removls by fy", says: "no measure is called", "`removals`"),
    Saying("removals by sector", says: "not published by sector", "citizenship"),
    Saying("removals in fy1890", says: "not held for this period", "1891"),
    Saying("removals in fy2030", says: "not held for this period", "August 2024"),
    Saying("returns in fy1925", says: "not held for this period", "1926"),
    Saying("removals by month in fy2005", says: "October 2013"),
    // A part that is held then is offered however the rows go.
    Saying("rescues in fy2023", says: "only of a part: Southwest border", "for Southwest border"),
    Saying("rescues by fy since 2023", says: "only of a part", "since 2023 for Southwest border"),
    Saying("rescues by fy in 2022, 2024", says: "only of a part", "for Southwest border"),
    // Title 42 ended: that there are none is known, not merely not held.
    Saying("expulsions in fy2024", says: "none exist"),
    Saying("encounters by sex in fy2023", says: "2019"),
    // LANGUAGE.md 2: no whole month inside.
    Saying("encounters in 12 may 2023", says: "whole month", "encounters in may 2023"),
    Saying("encounters in 29 feb 2023", says: "feb"),
    Saying("encounters since 2024 until 2022", says: "error"),
    Saying("encounters in may", says: "year"),
    // LANGUAGE.md 3: asked back with each spelling.
    Saying(
      "encounters for georgia in fy2024",
      says: "where citizenship = georgia",
      "where state = georgia"
    ),
    Saying(
      "encounters for san diego by fy",
      says: "where sector = san diego",
      "where field office = san diego"
    ),
    Saying("removals for europe, mexico in fy2020", says: "Europe", "Mexico"),
    // A phrase that maps to nothing, with its note.
    Saying("asylum seekers", says: "No figure counts asylum seekers"),
    // What people ask for and is not held: whether it is published, by whom, and what is nearest.
    Saying(
      "removals by state",
      says: "not held: removals by state",
      "in the data only in part",
      "By office of ICE",
      "try:  ICE removals by ICE office in fy2016"
    ),
    Saying(
      "green cards by country",
      says: "not held: green cards by country",
      "published, and not in the data",
      "only the total is held",
      "try:  green cards by fy"
    ),
    Saying(
      "cost of the border wall",
      says: "not held: cost of the border wall",
      "published, and not in the data",
      "GAO"
    ),
    Saying(
      "street releases for southwest by fy",
      says: "not held: street releases",
      "nobody publishes it",
      "try:  CBP book-outs for released by border patrol by fy"
    ),
    // LANGUAGE.md 8: habits of other tools are answered by name.
    Saying("select removals", says: "`select`"),
    Saying("removals group by fy", says: "`by`"),
    Saying("sum(removals)", says: "sum"),
    Saying("removals of mexico", says: "`for`"),
  ]
}
