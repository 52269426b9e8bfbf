import Testing

@Suite("Notes are about the periods and the tables that are really used")
struct NoteTests {
  /// A question, words that its answer must hold, and words that it must not.
  struct Case: Sendable, CustomTestStringConvertible {
    let question: String
    let says: [String]
    let lacks: [String]

    init(_ question: String, says: [String] = [], lacks: [String] = []) {
      self.question = question
      self.says = says
      self.lacks = lacks
    }

    var testDescription: String { question }
  }

  @Test(arguments: cases)
  func says(_ own: Case) throws {
    let (answer, complaint) = try Tally.reply(to: own.question)
    #expect(complaint == "")
    for words in own.says { #expect(answer.contains(words), "\(answer)") }
    for words in own.lacks { #expect(!answer.contains(words), "\(answer)") }
  }

  static let cases = periods + tables + readings + rankings + summaries

  private static let periods = [
    Case("encounters in fy2021", says: ["include Title 42"]),
    Case("encounters in jul 2020", says: ["include Title 42"]),
    Case("encounters in mar 2020 vs mar 2019", says: ["include Title 42"]),
    Case("encounters in feb 2020", lacks: ["Title 42"]),
    Case("encounters by fy from 2016 to 2024", says: ["include Title 42"]),
    Case("encounters for title 8 in fy2021", lacks: ["include Title 42"]),
    Case("encounters where authority != title 42 in fy2021", lacks: ["include Title 42"]),
    Case("apprehensions in fy1954", lacks: ["Title 42"]),
    Case("apprehensions in jul 2024", lacks: ["Title 42"]),
    Case("apprehensions in jul 2022", says: ["include Title 42"]),
    Case("repatriations in fy1954 | report", lacks: ["Title 42", "FY2020"]),
    Case("returns by fy in fy1970..fy1975 | report", lacks: ["crew", "2018"]),
    Case("returns by fy in fy2003..fy2007", says: ["Crew members"]),
    Case("refugee admissions in fy1992 | report", lacks: ["2018"]),
    Case("refugees in fy1976", says: ["fifteen months"]),
    Case("encounters at ports for southwest in fy2024", says: ["CBP One"]),
    Case("encounters at ports in fy2019", lacks: ["CBP One"]),
  ]

  private static let tables = [
    // Every row of the record-level tables, or none.
    Case("removals by fy fytd since 2020 | report", lacks: ["Yearbook"]),
    Case(
      "removals by fy as of 2025-01-31 in fy2014..fy2022 | report",
      lacks: ["FY2022 and before"]
    ),
    Case("apprehensions for mexico by fy since 1998 | report", lacks: ["record-level"]),
    Case("apprehensions for guatemala by fy since 2003", says: ["record-level"]),
    Case("apprehensions for guatemala by fy since 2006 | report", lacks: ["record-level"]),
    Case("ICE average daily population in 2021 | report", lacks: ["workbooks"]),
    Case("removals by citizenship in fy1998 with total", says: ["Blank cells"]),
    Case("removals in fy1998 | report", lacks: ["Blank cells"]),
    Case("removals by citizenship in fy2020 | report", lacks: ["Blank cells"]),
    // What is left out because it is published whole only must be held by every part.
    Case("encounters / removals by fy fytd", lacks: ["published for whole periods only"]),
    Case("encounters in cy2021..cy2022", lacks: ["by fy, years"]),
    Case(
      "check encounters where authority = \"title 42\" in sep 2025 = 0",
      says: ["holds"],
      lacks: ["no figure is held"]
    ),
    Case("refugee admissions / refugee ceiling by fy", lacks: ["different populations"]),
    // Of no two of these years one table holds both.
    Case(
      "removals by citizenship in fy2020 vs fy2005 | report",
      says: ["Other: what a table does not name, not the same"]
    ),
    Case("removals / encounters by fy since 2020", says: ["different populations"]),
  ]

  private static let readings = [
    Case(
      "immigration court cases pending older count by fy",
      says: ["FY2021 of 31 Mar 2021"],
      lacks: ["unequal times"]
    ),
    Case(
      "immigration court cases pending older count by fy with change",
      says: ["FY2021 6 months after FY2020"]
    ),
    Case(
      "immigration court cases pending older count in fy2021 vs fy2020",
      says: ["FY2021 6 months after FY2020"]
    ),
    Case("agencies_287g by fy", says: ["FY2012 of 31 Dec 2011", "FY2017 of 20 Jan 2017"]),
    Case("agencies_287g by fy | report", says: ["FY2022 of 28 Sep 2022"]),
    Case("court cases pending by fy since 2018", lacks: ["unequal", " of 31 Mar"]),
  ]

  private static let rankings = [
    // khsm-usbp-citizenship-fy: unknown 30 in FY2023.
    Case("apprehensions by citizenship top 5 in fy2023", says: ["not ranked: Unknown, ≈ 30"]),
    Case("encounters by citizenship top 3 in fy2023", says: ["not ranked: Other, "]),
  ]

  private static let summaries = [
    Case(
      "encounters for china, southwest in fy2024",
      says: [
        "encounters · ", "China", "Southwest border", "October 2023 – September 2024 · events",
      ]
    ),
    Case("removals where citizenship != mexico in fy2020", says: ["removals · not Mexico · "]),
    Case(
      "encounters where citizenship = mexico or citizenship = cuba in fy2022",
      says: ["encounters · Mexico or Cuba · "]
    ),
    Case(
      "removals in fy2022 vs fy2021",
      says: [
        "removals · October 2021 – September 2022 against October 2020 – September 2021 · events"
      ]
    ),
  ]

  @Test(
    "a screen holds six notes, and a report all of them",
    arguments: [
      "dhs_apprehensions by fy", "immigration court cases pending older count by fy with change",
      "encounters / removals by fy fytd since 2020",
    ]
  )
  func sixNotes(_ question: String) throws {
    let (screen, _) = try Tally.reply(to: question)
    let lines = screen.split(separator: "\n").map { $0.drop { $0 == " " } }
    let pointer = try #require(lines.firstIndex { $0.contains("more note") }, "\(screen)")
    let summary = try #require(lines.firstIndex { $0.contains(" · ") })
    let seams = lines.count { $0.hasPrefix("both have") || $0.contains("share no period") }
    #expect(pointer - summary - 1 + seams == 6, "\(screen)")
    let more = Int(lines[pointer].prefix { $0.isNumber }) ?? 0
    let (report, _) = try Tally.reply(to: question + " | report")
    let kinds = report.split(separator: "\n").count {
      $0.contains("\"kind\": \"") && !$0.contains("figure")
    }
    #expect(kinds >= 6 + more, "\(report)")
  }

  @Test("the same fact is told once", arguments: ["removals, returns by fy since 2020 | report"])
  func once(_ question: String) throws {
    let (report, _) = try Tally.reply(to: question)
    let texts = report.split(separator: "\n").filter { $0.contains("\"text\": ") }
    #expect(Set(texts).count == texts.count)
  }
}
