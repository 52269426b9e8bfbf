import Foundation
import Testing

/// A statement, what becomes of it, and why no other verdict would be right.
struct Verdicts: Sendable, CustomTestStringConvertible {
  let statement: String
  let verdict: String
  let reason: String

  init(_ statement: String, _ verdict: String, _ reason: String) {
    self.statement = statement
    self.verdict = verdict
    self.reason = reason
  }

  var testDescription: String { statement }
}

@Suite("Statements at the edge of what is known")
struct VerdictTests {
  @Test(arguments: verdicts)
  func judges(_ expected: Verdicts) throws {
    let (answer, complaint) = try Tally.reply(to: "check \(expected.statement) | json")
    let rows = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [[String: Any]]
    let verdict = rows?.first?["verdict"] as? String
    #expect(verdict == expected.verdict, "\(expected.reason)\n\(complaint)")
  }

  private static let verdicts = [
    // A sign before a name is no number.
    Verdicts(
      "-removals in fy2022 is less than -removals in fy2021",
      "holds",
      "108,733 are more than 85,783, so that what is below zero is less"
    ),
    // Folds over months that are not all held.
    Verdicts(
      "max(darien crossings by month) in cy2023 < 50,000",
      "undecided",
      "five months are missing, and one of them may be larger"
    ),
    Verdicts(
      "min(darien crossings by month) in cy2023 = 24,634",
      "undecided",
      "one of the missing months may be smaller"
    ),
    Verdicts(
      "average(darien crossings by month) in cy2023 is highest since cy2021",
      "undecided",
      "the missing months can move a mean either way"
    ),
    Verdicts(
      "max(removals by month) in fy2024 is highest since fy2019",
      "undecided",
      "September 2024 is not held, and FY2020 had a larger month"
    ),
    Verdicts("max(removals by month) in fy2024 > 30,000", "holds", "one held month is larger"),
    // Rates over a part of a period.
    Verdicts(
      "encounters per day in fy2026 >= 900",
      "undecided",
      "two months say nothing of the year's days"
    ),
    Verdicts("encounters per day in fy2024 > 7,000", "holds", "the year is held whole"),
    // A year of fifteen months.
    Verdicts(
      "removals in fy1977 is lowest since fy1975",
      "fails",
      "31,263 in twelve months is more by the month than 38,471 in fifteen"
    ),
    // Under a threshold, withheld, not applicable.
    Verdicts(
      "apprehensions for venezuela in sep 2023 is highest since oct 2000",
      "holds",
      "months without a number are under the publisher's threshold"
    ),
    Verdicts("apprehensions for venezuela in jan 2002 <= 5", "holds", "what rounds to nothing"),
    Verdicts("apprehensions for venezuela in jan 2002 = 3", "undecided", "it may be three"),
    Verdicts(
      "administrative returns + enforcement returns for argentina in fy2013 >= 68",
      "holds",
      "what is withheld is not less than none"
    ),
    Verdicts(
      "title 42 expulsions in fy2021 is highest since fy2015",
      "holds",
      "before March 2020 there was nothing to count, which is not the same as not held"
    ),
    // As published, and only what is published.
    Verdicts("removals in fy2023 = 177,770", "holds", "printed so, rounded to tens"),
    Verdicts("removals in fy2023 = 177,768", "close", "within the rounding, and far within 1 %"),
    Verdicts("removals in fy2023 = 177,776", "close", "beyond the rounding, and near"),
    Verdicts("removals in fy2023 = 180,000", "fails", "1.2 percent off"),
    Verdicts(
      "title 8 repatriations in jun 2023..may 2024 = 860,730",
      "close",
      "a sum of twelve rounded months is nobody's figure, and known to a hundredth of a percent"
    ),
    Verdicts(
      "change in expedited removals from may 2021 to sep 2021 = 0",
      "undecided",
      "two equal rounded figures may differ"
    ),
    Verdicts(
      "apprehensions for southwest in nov 2024 = 46,610",
      "holds",
      "another table prints 46,612 rounded to tens"
    ),
    Verdicts("apprehensions for southwest in nov 2024 = 46,620", "close", "no table prints it"),
    Verdicts("apprehensions for southwest in nov 2024 = 47,620", "fails", "two percent off"),
    // Hedges.
    Verdicts("cbp one scheduled to date in apr 2024 is more than 591,000", "holds", "as stated"),
    Verdicts("cbp one scheduled to date in apr 2024 is more than 591,001", "undecided", "a floor"),
    Verdicts("cbp one scheduled to date in apr 2024 < 591,000", "fails", "it is more"),
    Verdicts("chnv paroles to date in 17 nov 2023 is nearly 270,000", "holds", "as stated"),
    Verdicts("chnv paroles to date in 17 nov 2023 > 1", "holds", "nearly is from a tenth below"),
    Verdicts(
      "change in safe mobility refugee arrivals to date from 17 nov 2023 to 4 jun 2024 rose",
      "undecided",
      "two floors have no difference"
    ),
    // Spans that look like a quarter or a year are spans when they are typed from one month to another.
    Verdicts(
      "darien crossings from jan 2024 to mar 2024 is highest since jan 2022",
      "fails",
      "August to October 2022 had more, and is no quarter"
    ),
    // What is not held.
    Verdicts("removals in fy1850 = 5", "no data", "before the series"),
    Verdicts(
      "border patrol agents in fy2023 is first rise since fy2011",
      "fails",
      "it rose in FY2018, whatever FY2023 was"
    ),
    Verdicts("removals in fy2022 is lowest since fy1850", "fails", "FY2021 was lower"),
    Verdicts(
      "removals in fy2013 is highest since fy1850",
      "undecided",
      "nothing is held before FY1892"
    ),
    // In the words of the tables' first setters.
    Verdicts("refugee ceiling in fy2021 as of 2020-12-31 = 15,000", "holds", "as first set"),
    Verdicts("refugee ceiling in fy2021 as of 2021-05-01 = 15,000", "holds", "as published then"),
    Verdicts(
      "refugee ceiling in fy2021 as of 2021-05-04 = 62,500",
      "holds",
      "raised the day before"
    ),
    Verdicts(
      "refugee ceiling in fy2021 as of 2021-06-01 = 15,000",
      "fails",
      "raised a month before"
    ),
    Verdicts(
      "refugee ceiling in fy2021 as of 2021-05-02 = 62,500",
      "fails",
      "raised the day after"
    ),
    Verdicts(
      "refugee ceiling in fy2021 as of 2015-06-01 = 15,000",
      "no data",
      "years before it was set"
    ),
    Verdicts("refugee ceiling in fy2021 = 15,000", "fails", "it was raised to 62,500"),
    // A part that is held can decide, of each period as of one.
    Verdicts(
      "removals every fy in fy2020..fy2024 is above 80,000",
      "holds",
      "eleven months are more"
    ),
    Verdicts(
      "removals every fy in fy2020..fy2024 is below 400,000",
      "undecided",
      "a month is missing"
    ),
    Verdicts(
      "removals every fy in fy2022..fy2025 is above 80,000",
      "undecided",
      "nothing of FY2025"
    ),
    // Signs as they are printed.
    Verdicts("removals in fy2012 ≠ 415,579", "fails", "it is exactly that"),
    Verdicts("removals in fy2012 ≥ 415,579", "holds", "it is exactly that"),
    Verdicts("removals in fy2012 ≤ 415,578", "close", "it is one more"),
    Verdicts("removals in fy2014 is third-highest since fy2000", "holds", "FY2012 and FY2013"),
    // An office that is still held ends with the data.
    Verdicts(
      "encounters for southwest in jul 2025 is lowest under trump second term",
      "holds",
      "no month since is lower, and later ones are not part of what is known"
    ),
    Verdicts(
      "encounters for southwest in mar 2023 is highest before title 42 ends",
      "fails",
      "December 2022 was higher"
    ),
    // The whole says how large values without a figure can be.
    Verdicts(
      "removals for mexico in fy2022 is largest citizenship",
      "holds",
      "13 are left for eight"
    ),
    // A record is one among what is held.
    Verdicts(
      "border patrol agents in fy2011 is record high",
      "holds",
      "eleven years have no figure"
    ),
    // In a row, over years that are held in part or longer than others.
    Verdicts("removals in fy2024 rose 2 fy in a row", "holds", "eleven months are more already"),
    Verdicts("removals in fy2024 fell 2 fy in a row", "fails", "eleven months are more already"),
    Verdicts("removals in fy1977 rose 1 fy in a row", "holds", "by the month it is more"),
    Verdicts("removals in fy1892 rose 1 fy in a row", "no data", "nothing earlier is held"),
    Verdicts("border patrol agents in fy2019 rose 2 fy in a row", "holds", "19,437 to 19,648"),
    Verdicts("removals every month in fy2024 is above 1", "undecided", "September is not held"),
    Verdicts(
      "removals every month in fy2024 is above 30,000",
      "fails",
      "some held months are less"
    ),
    // Spans of unlike length.
    Verdicts(
      "removals in fy1977 > removals in fy1976",
      "undecided",
      "twelve months that have less than fifteen"
    ),
    Verdicts(
      "encounters for southwest in oct 2023..apr 2024 > encounters for southwest in fy2019",
      "holds",
      "seven months have more than twelve"
    ),
    Verdicts(
      "encounters for southwest in oct 2023..apr 2024 < encounters for southwest in fy2023",
      "undecided",
      "seven months say nothing of twelve"
    ),
    Verdicts(
      "title 8 repatriations in may 2023..mar 2024 is highest fy since fy2011",
      "holds",
      "a part of a year above every whole one"
    ),
    Verdicts(
      "encounters for southwest per month in fy2024 is more than twice "
        + "encounters for southwest per month in fy2019",
      "holds",
      "177,917 against 81,459"
    ),
    // Parts in words.
    Verdicts(
      "encounters(at ports) / encounters for southwest in nov 2024 is half",
      "holds",
      "50.5"
    ),
    Verdicts(
      "encounters(at ports) / encounters for southwest in nov 2024 is 1 in 2",
      "holds",
      "so"
    ),
    Verdicts(
      "encounters(at ports) / encounters for southwest in nov 2024 is more than half",
      "holds",
      "50.5 is above it"
    ),
    Verdicts(
      "encounters(at ports) / encounters for southwest in nov 2024 is less than half",
      "fails",
      "words of size are never close"
    ),
    Verdicts(
      "encounters(at ports) / encounters for southwest in nov 2024 is about 50%",
      "close",
      "half a point"
    ),
    // Hedges no wider than people mean them.
    Verdicts("gotaways for southwest from fy2021 to fy2023 is about 2m", "fails", "1,664,203"),
    Verdicts(
      "apprehensions for southwest in dec 2023 per day is about 10,000",
      "fails",
      "8,056 a day"
    ),
    Verdicts("title 42 expulsions from mar 2020 to may 2023 = 3m", "holds", "2.96 million"),
    Verdicts("ICE removals in fy2023 is about 142,000", "close", "142,580, cut"),
    Verdicts("encounters in dec 2022 is nearly 303,000", "holds", "302,392"),
    Verdicts("removals in fy2022 = 0", "fails", "nothing is close to none"),
    Verdicts("change in removals from fy2020 to fy2021 rose by 64%", "fails", "it fell by 64 %"),
    // Two readings.
    Verdicts("refugee admissions in 2022 = 25,465", "holds", "exactly that of the fiscal year"),
    Verdicts("refugee admissions in 2022 > 25,000", "holds", "in both kinds of year"),
    Verdicts("claim removed_740k_most_since_2010", "holds", "the first meaning of `removed`"),
    Verdicts("claim encounters_drop_since_phe", "fails", "188,749 after 183,921"),
    Verdicts("figure decline_seven_months", "no data", "a number of months is no figure"),
    // Near one reading, and wrong by the other: nothing holds, so it does not depend.
    Verdicts("encounters for southwest in 2023 = 2,470,000", "close", "fiscal 2,475,669"),
    Verdicts("encounters for southwest in 2023 = 2,542,000", "close", "calendar 2,541,959"),
    Verdicts("encounters for southwest in 2023 = 2.48m", "depends", "fiscal 2.48, calendar 2.54"),
    Verdicts("encounters for southwest in 2023 > 2.5m", "close", "calendar more, fiscal nearly"),
    // The Border Patrol has fiscal 1976 in one row, and says twelve months.
    Verdicts(
      "change in apprehensions for southwest from fy1976 to fy2007 rose by nearly 41%",
      "close",
      "41.34 percent between two years of twelve months"
    ),
    Verdicts(
      "removals in fy1976 is record high",
      "fails",
      "30,777 in twelve months; FY1914 37,651"
    ),
    Verdicts("encounters for southwest in oct 2023 rose 4 years in a row", "holds", "by Octobers"),
    Verdicts("encounters for southwest in oct 2023 rose 5 years in a row", "fails", "by Octobers"),
    Verdicts("removals in 2012 rose two years in a row", "holds", "fiscal years; no calendar ones"),
    Verdicts("removals in fy2012 rose for the tenth consecutive year", "holds", "since FY2003"),
    Verdicts("removals in fy2012 rose for the ninth time in a row", "fails", "it is the tenth"),
    Verdicts("removals in fy2024 rose 2 years in a row", "holds", "eleven months are more already"),
    Verdicts("removals in fy2024 fell two years in a row", "fails", "eleven months are more"),
    Verdicts("removals every year in fy2005..fy2012 rose", "holds", "each of eight"),
    Verdicts("removals in fy2013 is highest year since fy2000", "holds", "432,334"),
    Verdicts(
      "encounters for southwest in jun 2025 is lowest under trump",
      "fails",
      "in one of his two terms: July 2025 is lower"
    ),
    Verdicts(
      "encounters for mexico, southwest in fy2024 is more than twice that for venezuela",
      "holds",
      "653,684 and 261,045, both at the southwest border"
    ),
    Verdicts(
      "encounters for venezuela, southwest in fy2024 is more than for mexico",
      "fails",
      "261,045 and 653,684"
    ),
    Verdicts(
      "change in removals from fy2022 to fy2023 = 64%",
      "close",
      "63.49 percent with the best figure of each year, 72.86 in one table"
    ),
    Verdicts("removals in fy2022 is 108,733 to 108,734", "holds", "both ends are included"),
    Verdicts("removals in fy2022 is 108,734 to 108,735", "fails", "ranges are never close"),
    Verdicts("removals in fy2022 between 100k and 110k", "holds", "no year is so written"),
  ]
}
