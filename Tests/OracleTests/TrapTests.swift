import Foundation
import TestSupport
import Testing

/// Questions that a careless tool would answer with a wrong number.
@Suite("Wrong sums are refused, risky ones are answered with what must be known")
struct TrapTests {
  @Test(arguments: refusals)
  func refuses(_ refusal: Saying) throws {
    let (answer, complaint) = try Tally.reply(to: refusal.question)
    #expect(answer.isEmpty)
    #expect(complaint.contains("error:"))
    // The question is shown again under the error: only what is said besides counts.
    let said = complaint.replacingOccurrences(of: refusal.question, with: "").lowercased()
    for words in refusal.says {
      #expect(said.contains(words.lowercased()), "no \(words) in: \(complaint)")
    }
  }

  @Test(arguments: caveats)
  func says(_ caveat: Saying) throws {
    let (answer, complaint) = try Tally.reply(to: caveat.question)
    #expect(complaint == "")
    for words in caveat.says {
      #expect(answer.lowercased().contains(words.lowercased()), "\(answer)")
    }
  }

  /// Refused: an answer would be no figure at all.
  static let refusals = [
    // A stock or a limit over time.
    Saying("287(g) agreements in fy2022..fy2024", says: "level", "by fy", "try:"),
    Saying("border patrol agents / 2 in fy2015..fy2018", says: "level", "try:"),
    Saying(
      "encounters(between ports) / border patrol agents in fy2015..fy2018",
      says: "level",
      "try:"
    ),
    Saying("border patrol agents by fy with total", says: "level"),
    Saying("border patrol agents by fy with running", says: "level"),
    Saying("border patrol agents per day by fy", says: "level"),
    Saying("refugee ceiling by fy since 2020 with total", says: "limit"),
    Saying("average(refugee ceiling by fy) since 2020", says: "limit"),
    Saying("refugees / refugee ceiling in fy2020..fy2022", says: "limit", "try:"),
    Saying("ICE average daily population by month in fy2024 with running", says: "average"),

    // Different units.
    Saying("removals + border patrol agents by fy", says: "events", "agents", "try:"),
    Saying("drug seizures + drug seizure events in fy2024", says: "pounds", "events"),
    Saying("encounters - refugees by fy", says: "events", "people"),
    Saying("H-2A visas + H-2A jobs certified by fy", says: "visas", "jobs"),
    Saying(
      "CHNV travel authorizations + CBP One appointments processed until apr 2024",
      says: "authorizations",
      "appointments"
    ),
    Saying(
      "removals + encounters / border patrol agents by fy",
      says: "events",
      "events per agent"
    ),

    // A measure and a part of itself.
    Saying("removals + expedited removals by fy", says: "expedited removals", "part", "try:"),
    Saying("expedited removals + removals by fy", says: "expedited removals", "part", "try:"),
    Saying("returns + enforcement returns by fy", says: "enforcement returns", "part"),
    Saying("repatriations + title 42 expulsions in fy2021", says: "title 42 expulsions", "part"),
    // A part of a part.
    Saying("repatriations + expedited removals in fy2020", says: "expedited removals", "part"),
    Saying("federal sentences + alien smuggling sentences in fy2023", says: "part"),
    // Through a third measure.
    Saying("removals + returns + expedited removals in fy2020", says: "expedited removals", "part"),
    // Through formulas.
    Saying("encounters + apprehensions for southwest in fy2023", says: "apprehensions", "part"),
    Saying("H-2 visas + H-2A visas in fy2023", says: "H-2A visas", "part"),
    Saying("visas + H-2B visas in fy2023", says: "H-2B visas", "part"),
    Saying(
      "credible fear decisions + positive credible fear findings in fy2023",
      says: "positive credible fear findings",
      "part"
    ),

    // One measure twice.
    Saying("removals + removals by fy", says: "removals", "twice"),
    Saying("encounters(mexico) + encounters(southwest) in fy2023", says: "encounters", "twice"),
    Saying("encounters + encounters(mexico) in fy2023", says: "encounters", "twice"),
    Saying(
      "encounters(CHNV countries) + encounters(cuba) in fy2023",
      says: "encounters",
      "twice"
    ),
    Saying(
      "apprehensions + encounters(between ports) for southwest in fy2023",
      says: "encounters"
    ),

    // What the catalog keeps apart.
    Saying("removals + ICE removals in fy2020", says: "ICE removals", "removals", "try:"),
    Saying("removals - ICE removals in fy2020", says: "ICE removals", "removals", "try:"),
    Saying("CHNV travel authorizations + CHNV paroles in fy2023", says: "CHNV paroles"),
    Saying("refugee admissions + refugee arrivals by fy", says: "refugee arrivals"),
    Saying(
      "foreign assistance obligated + foreign assistance disbursed for mexico in fy2020",
      says: "obligated",
      "disbursed"
    ),
    Saying(
      "credible fear referrals - credible fear completions in fy2023",
      says: "credible fear completions"
    ),
    Saying("CBP book-outs + removals for southwest in fy2023", says: "CBP book-outs"),
    Saying("budget + budget request by fy", says: "budget"),
    Saying(
      "ICE removals of family unit members + ICE removals of unaccompanied children in fy2020",
      says: "family unit members",
      "unaccompanied children"
    ),
    // Air and Marine counts what others count too.
    Saying(
      "drug seizures(air and marine) + drug seizures(between ports) in fy2024",
      says: "Air and Marine"
    ),
    Saying(
      "drug seizures where component in (air and marine, border patrol) in fy2024",
      says: "Air and Marine"
    ),

    // Totals, shares and rests of incomplete tables.
    Saying("removals by arresting agency in fy2022 with share", says: "share"),
    Saying("returns by citizenship in fy2020 with total", says: "total"),
    Saying("returns by citizenship top 5 in fy2020 with others", says: "others"),
    Saying("border patrol agents by border in fy2019 with share", says: "share"),
    Saying("budget by agency in fy2020 with total", says: "total"),
    Saying("foreign aid by recipient in fy2020 with share", says: "share"),
    Saying("refugee ceiling by refugee region in fy2003 with total", says: "total"),

    // `other` of two tables, and regions from ten countries.
    Saying(
      "encounters(where citizenship = other) - removals(where citizenship = other) in fy2022",
      says: "other"
    ),
    Saying("ERO arrests by region in fy2023", says: "region"),
    Saying("credible fear referrals for africa in fy2023", says: "Africa"),
    Saying("encounters / removals by region in fy2023", says: "region"),

    // Unequal spans set side by side.
    Saying("encounters in fy2026 vs fy2025", says: "11 of 12", "try:"),
    Saying("removals in fy2024 vs fy2023", says: "11 of 12", "try:"),
    Saying("removals in fy2024 vs previous year", says: "11 of 12", "try:"),
    Saying("encounters in fy2024 vs dec 2023", says: "month"),
    Saying(
      "encounters from jun 2024 to nov 2024 vs from jun 2023 to oct 2023",
      says: "month"
    ),
    Saying("removals in fy1976 vs fy1975", says: "15"),

    // Clauses that do not go together.
    Saying("encounters across border in fy2024 vs fy2023", says: "`vs`", "`across`"),
    Saying("removals by source in fy2012 with share", says: "`share`", "source"),
    Saying("removals by source in fy2012 with total", says: "`total`", "source"),
    Saying("removals by source top 2 in fy2012", says: "`top`", "source"),
    Saying("encounters by border in fy2024 with change", says: "`change`", "time", "try:"),
    Saying("encounters by border in fy2024 with running", says: "`running`", "time"),
    Saying("encounters in fy2024 with yoy", says: "`yoy`", "time"),
    Saying("encounters by border in fy2024 with rolling 3", says: "`rolling`", "time"),
    Saying("encounters by border in fy2024 with index fy2023", says: "`index`", "time"),
    Saying("encounters by citizenship in fy2023 with others", says: "`others`", "`top`", "try:"),
    Saying("encounters in fy2024 with rank", says: "`rank`"),
    Saying("encounters in fy2024 with share", says: "`share`"),
    Saying("encounters in fy2024 with total", says: "`total`"),
    Saying("encounters by month in fy2024 with index fy1900", says: "fy1900"),
    Saying("encounters by month in fy2024 with rolling 0", says: "rolling"),
    Saying("encounters where border = southwest or encounters > 100 in fy2024", says: "`and`"),

    // A fold whose unit is not finer than the rows, or is no time.
    Saying("max(encounters by fy) by month in fy2024", says: "finer"),
    Saying("average(encounters by month) by month in fy2024", says: "finer"),
    Saying("max(encounters by border) by fy", says: "time"),
    Saying("max(border patrol agents by month) by fy", says: "month"),

    // Nothing was published yet, or a part of a sum was not.
    Saying("encounters in fy2024 as of 2020-01-01", says: "published"),
    Saying("removals as of 1900-01-01", says: "published"),
    Saying("removals + returns in fy1920", says: "returns", "1926"),
  ]

  /// Answered, with what a reader must know.
  static let caveats = [
    // Ratios of different populations.
    Saying("removals / encounters by fy from 2020 to 2022", says: "population"),
    Saying(
      "(removals + returns) / encounters by month since may 2023",
      says: "population"
    ),
    // ICE's own count beside the department's.
    Saying(
      "removals, ICE removals by fy from 2015 to 2020",
      says: "Not a part of removals",
      "5 October"
    ),
    // Events spoken of as people.
    Saying("encounters as people in fy2024", says: "events, not people"),
    Saying("removals + returns as people removed in fy2022", says: "not people"),
    Saying("encounters(venezuela) / encounters as venezuelans in fy2024", says: "not people"),
    // A break inside the period.
    Saying("encounters by fy from 2019 to 2021 with change", says: "Title 42"),
    Saying("repatriations in fy2022 vs fy2019", says: "Title 42"),
    Saying("ICE removals in fy2012 vs fy2006", says: "returns from FY2007"),
    // A seam of two sources that differ.
    Saying("removals by fy since 2021", says: "both have", "108,733", "102,840"),
    // What is compared is of one source where one holds all: the change is none of two counts.
    Saying("removals by fy since 2021 with change", says: "102,840", "74,930", "72.86"),
    // Partial periods in whatever rests on them.
    Saying("removals + returns in fy2024", says: "◐", "11 of 12"),
    Saying("encounters per day by fy since 2025", says: "2026 ◐", "11 of 12 months"),
    Saying("average(removals by fy) since 2020", says: "FY2024"),
    // Days cut out of months: the least and the most.
    Saying(
      "refugees from 10 jan 2023 to 20 mar 2023",
      says: "February 2023",
      "3,069",
      "11,672"
    ),
    // Division by nothing, with the reason.
    Saying("encounters / encounters(where state = \"IN\") in fy2024", says: "–", "zero"),
    // Units of ratios.
    Saying(
      "encounters(between ports) / border patrol agents by fy from 2015 to 2018",
      says: "events per agent"
    ),
    Saying("drug seizures / drug seizure events in fy2024", says: "pounds per event"),
    // Two floors have no difference.
    Saying("u4u by fy with change", says: "> 158,000", "> 178,000", "more than"),
    // Months that two administrations share.
    Saying("encounters by administration since oct 2019", says: "Jan", "2021", "2025"),
    // Vintages.
    Saying("removals by source in fy2012", says: "superseded", "419,384", "415,579"),
    Saying("removals in fy2012 as of 2014-06-01", says: "2012 Yearbook"),
    Saying("encounters in fy2024 as of 2024-06-04", says: "fy21-fy24-apr", "7 of 12"),
    // Withheld cells and rounded ones in a sum.
    Saying("removals(benin, togo) in fy2022", says: "> ", "withheld"),
    Saying("removals + returns in fy2023", says: "≈ 621,060", "rounded to tens"),
    // An estimate within a sum.
    Saying(
      "gotaways + encounters(between ports) for southwest by fy since 2019",
      says: "An estimate"
    ),
  ]
}

/// What the catalog says of measures is enough for the refusals: no list of pairs is anywhere
/// else.
@Suite("Measures that the catalog keeps apart are never added")
struct CatalogTrapTests {
  @Test(arguments: keptApart)
  func refuses(_ pair: Pair) throws {
    let (answer, complaint) = try Tally.reply(to: pair.question)
    #expect(answer.isEmpty)
    #expect(complaint.contains("error:"), "\(complaint)")
    let said = complaint.replacingOccurrences(of: pair.question, with: "").lowercased()
    #expect(
      pair.names.allSatisfy { said.contains($0.lowercased()) }
        || pair.units.count == 2 && pair.units.allSatisfy { said.contains($0) },
      "neither both names nor both units in: \(complaint)"
    )
  }

  /// Two measures in one sum or difference.
  struct Pair: Sendable, CustomTestStringConvertible {
    let question: String
    let names: [String]
    let units: Set<String>

    init(_ left: CommaSeparated.Row, _ sign: String, _ right: CommaSeparated.Row) {
      names = [left["name"], right["name"]]
      units = [left["unit"], right["unit"]]
      question = "\"\(left["name"])\" \(sign) \"\(right["name"])\" by fy"
    }

    var testDescription: String { question }
  }

  /// `not_with` in sums and differences, `part_of` in sums.
  static let keptApart: [Pair] = {
    let path = ShippedDatabase.repository + "/seed/catalog/measures.csv"
    guard let measures = try? CommaSeparated(contentsOf: path).rows else { return [] }
    let byID = Dictionary(uniqueKeysWithValues: measures.map { ($0["id"], $0) })
    return measures.flatMap { measure in
      let apart = measure["not_with"].components(separatedBy: "; ").compactMap { byID[$0] }
      let whole = byID[measure["part_of"]].map { Pair($0, "+", measure) }
      return apart.flatMap { [Pair(measure, "+", $0), Pair(measure, "-", $0)] }
        + [whole].compactMap { $0 }
    }
  }()

  @Test("every such pair of the catalog is asked")
  func isNotEmpty() { #expect(Self.keptApart.count > 200) }
}
