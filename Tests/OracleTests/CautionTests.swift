import Testing

@Suite("What a reader must know is said with the answer")
struct CautionTests {
  @Test(arguments: cautions)
  func says(_ caution: Saying) throws {
    let (answer, complaint) = try Tally.reply(to: caution.question)
    #expect(complaint == "")
    for words in caution.says {
      #expect(answer.lowercased().contains(words.lowercased()), "\(answer)")
    }
  }

  /// What is told of the whole is not told of a part, nor of a time for which there is no other
  /// count.
  @Test(
    "another count is told of nothing else",
    arguments: [
      "refugees for ukraine in fy2022", "refugees in mar 2022", "refugees in fy1975",
      "refugees by citizenship top 3 in fy2022", "refugees in q1 fy2025", "ICE removals in fy2017",
      "ICE removals for Mexico in fy2024",
    ]
  )
  func isSilent(_ question: String) throws {
    let (answer, complaint) = try Tally.reply(to: question)
    #expect(complaint == "")
    for words in ["the same refugees", "counts them as well"] {
      #expect(!answer.contains(words), "\(answer)")
    }
  }

  static let cautions = [
    // REPORT.md 3.2, 3.9: partial years, rounding, and the seam of two sources.
    Saying(
      "removals by fy since 2020",
      says: "2024 ◐",
      "≈ 315,480",
      "11 of 12 months",
      "rounded to tens",
      "Table 39",
      "both have",
      "108,733",
      "102,840"
    ),
    Saying("encounters by fy since 2024", says: "2026 ◐", "11 of 12 months"),
    Saying("refugees by fy since 2023", says: "2025 ◐", "3 of 12 months"),
    Saying("removals by quarter in fy2024", says: "Q4 FY2024 ◐", "2 of 3 months"),
    Saying("removals in fy2024", says: "◐", "11 of 12"),
    // A period that the question itself cuts.
    Saying("encounters by fy since jan 2024 until 2025", says: "2024 ◐", "Jan 2024 – Sep 2024"),
    Saying("encounters from 12 may 2023 to 15 aug 2023", says: "June 2023", "July 2023"),
    // REPORT.md 3.15: withheld cells.
    Saying("removals for benin, togo in fy2022", says: "> ", "at least", "withheld"),
    Saying("removals for benin in fy2022", says: "withheld by the publisher"),
    // The largest of years of which one does not tell the value apart is at least this.
    Saying(
      "max(encounters by fy) by border in fy2014..2024",
      says: "> 391,750",
      "at least this",
      "≈ 2,475,670"
    ),
    // What a publisher misprinted, withdrew or misdated is told with the figures, from whatever
    // table and edition they are.
    Saying("apprehensions in fy2024", says: "1,577,319", "misprints"),
    Saying("apprehensions in fy2024 by source", says: "1,577,319"),
    Saying("encounters in fy2018", says: "683,178", "686,023"),
    Saying("encounters in fy2018 by source", says: "683,178"),
    Saying("ATD participants in sep 2022 as of 2022-10-01", says: "withdrew"),
    Saying("ICE removals in fy2025 by source", says: "misdated"),
    Saying("ICE average daily population for texas in fy2024", says: "list of facilities"),
    Saying(
      "encounters for ofo, southwest by processing disposition in fy2026",
      says: "credible fear inadmissibles"
    ),
    Saying("ICE average daily population in fy2015", says: "no figure of ICE"),
    // Another count of the same thing is told with its figure.
    Saying("ICE removals in fy2026", says: "356,389", "234,236, 4 Apr 2026"),
    Saying("ICE removals fiscal year to date latest", says: "234,236", "356,389"),
    Saying("border patrol agents latest", says: "19,648", "more than 19,250"),
    // … of the same period, for the newest one that has both.
    Saying("refugees in fy2022", says: "`refugee arrivals in fy2022`: about 25,520"),
    Saying("refugees by fy since 2020", says: "`refugee arrivals in fy2024`: about 100,060"),
    Saying("refugee arrivals in fy2023", says: "`refugee admissions in fy2023`: 60,014"),
    Saying("ICE removals in fy2025", says: "`ICE removals budget measure in fy2025`: 442,637"),
    Saying("ICE removals budget measure by fy", says: "`ICE removals in fy2025`: 319,980"),
    Saying("ICE removals excluding lag in fy2019", says: "`ICE removals in fy2019`: 267,258"),
    // Estimates and figures that a publisher rounded are marked, whatever table they are in.
    Saying("TPS holders in 2016", says: "≈ 358,720", "estimates"),
    Saying("TPS holders in 2024", says: "863,775", "rounded to five"),
    Saying(
      "apprehensions for southwest in apr 2024 as of 2024-05-20",
      says: "≈ 128,900",
      "rounded to hundreds"
    ),
    // REPORT.md 3.3: partial tables.
    Saying("returns by citizenship in fy2020 limit 2", says: "its rows have no total"),
    Saying("border patrol agents by border in fy2019", says: "its rows have no total"),
    // REPORT.md 3.19: hedges.
    Saying("CHNV paroles to date in jul 2024", says: "> 520,000", "more than"),
    Saying("CHNV paroles to date in dec 2023", says: "≈ 327,000", "about"),
    Saying("CHNV paroles to date in 17 nov 2023", says: "< 270,000", "nearly"),
    // REPORT.md 3.25: phrases with their note.
    Saying("deportations in fy2022", says: "not a statistical term"),
    Saying("illegal crossings in fy2019", says: "Nobody counts crossings"),
    Saying("credible fear interviews in fy2023", says: "without closed cases"),
    // LANGUAGE.md 5.5: the date of a level is said.
    Saying("court cases pending in fy2023", says: "30 Sep 2023"),
    // LANGUAGE.md 2: what was assumed.
    Saying("ERO arrests", says: "by fiscal year", "all that is held"),
    Saying("encounters in 2024", says: "October 2023 – September 2024"),
    Saying("encounters by venezuela in fy2024", says: "for"),
    Saying("refugees in fy1976", says: "July 1975 – September 1976"),
    // Breaks and caveats.
    Saying("encounters by fy from 2019 to 2021", says: "Title 42", "events, not people"),
    Saying("ICE removals in fy2020", says: "Not a part of removals"),
  ]
}
