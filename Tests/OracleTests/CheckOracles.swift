import Foundation
import Testing

@Suite("What is checked holds, fails or stays open as the published tables say")
struct CheckOracles {
  @Test(arguments: extremes + firsts + open)
  func compares(_ oracle: CheckOracle) throws { try oracle.check() }

  @Test(arguments: stated + changes)
  func measures(_ oracle: CheckOracle) throws { try oracle.check() }

  @Test(arguments: kinds + spans + readings)
  func reads(_ oracle: CheckOracle) throws { try oracle.check() }

  @Test("the period after `since` is shown, with the verdict that counting it would give")
  func leftOut() throws {
    let statement = "check apprehensions for southwest in fy2017 is lowest since"
    let row = try Seed.shared.get().rows(
      "SELECT * FROM (\(Self.southwestApprehensions)) WHERE period IN (1970, 1971, 2017)"
    )
    let figures = row.compactMap { $0.cells["value"]?.description }
    #expect(figures == ["201780", "263991", "303916"])
    let line = { (text: String) in
      try Tally.reply(to: text).answer.components(separatedBy: "\n").filter {
        !$0.contains("check")
      }
    }
    #expect(
      try line("\(statement) fy1971").contains { $0.contains("263,991") && $0.contains("fails") }
    )
    #expect(
      try line("\(statement) fy1970").contains { $0.contains("201,780") && !$0.contains("fails") }
    )
  }

  // MARK: The figures, a row a period

  /// Exact, then to ten, then the eleven months of FY2024.
  private static let removalsByYear = departures("removals", slack: 5)

  private static func departures(_ measure: String, slack: Int) -> String {
    """
    SELECT fy AS period, \(measure) AS value, 0 AS slack, 0 AS is_floor
    FROM "yearbook-2022-table-39"
    UNION ALL SELECT fy, \(measure), \(slack), 0 FROM "ohss-2024-08-repatriations-fy" WHERE fy = 2023
    UNION ALL SELECT 2024, \(measure), \(slack), 1 FROM "ohss-2024-08-repatriations-ytd"
    """
  }

  /// Of the department's monthly release alone: rounded, but one count of all the years.
  private static let removalsOfOneRelease = """
    SELECT fy AS period, removals AS value, 5 AS slack, 0 AS is_floor
    FROM "ohss-2024-08-repatriations-fy"
    UNION ALL SELECT 2024, removals, 5, 1 FROM "ohss-2024-08-repatriations-ytd"
    """

  private static let southwestApprehensions = """
    SELECT fy AS period, sum(encounters) AS value FROM "usbp-southwest-sector-fy1960-2019"
    GROUP BY fy
    """

  /// Of the Border Patrol, at the southwest border.
  private static let betweenPortsByMonth = """
    SELECT month AS period, sum(encounters) AS value
    FROM \(EncounterOracles.southwest) WHERE component = 'Border Patrol' GROUP BY month
    """

  /// The same by year: the southwest files end before FY2025 does, and FY2026 holds eleven months.
  private static let betweenPortsByYear = """
    SELECT fy AS period, sum(encounters) AS value, 0 AS is_floor
    FROM \(EncounterOracles.southwest) WHERE component = 'Border Patrol' AND fy < 2025 GROUP BY fy
    UNION ALL SELECT fy, encounters, 0 FROM "cbp-aor-southwest-fy2025"
    UNION ALL SELECT fy, sum(encounters), 1 FROM "cbp-aor-encounters-month"
    WHERE component = 'Border Patrol' AND border = 'Southwest border' GROUP BY fy
    """

  private static let portShare = """
    SELECT month AS period, value FROM (SELECT month, 1.0 * sum(encounters)
    FILTER (WHERE component != 'Border Patrol') / sum(encounters) AS value
    FROM \(EncounterOracles.southwest) GROUP BY month)
    """

  private static func encounters(by period: String) -> String {
    """
    SELECT \(period) AS period, sum(encounters) AS value, count(DISTINCT month) = 2 AS is_floor
    FROM \(EncounterOracles.byState) GROUP BY \(period)
    """
  }

  private static func monthlyEncounters(_ fold: String) -> String {
    """
    SELECT fy AS period, \(fold)(encounters) AS value FROM (SELECT fy, month,
    sum(encounters) AS encounters FROM \(EncounterOracles.byState) GROUP BY fy, month) GROUP BY fy
    """
  }

  /// By fiscal year from the table of years, by month and calendar year from that of months.
  private static let refugees = """
    SELECT fy AS period, sum(refugee_admissions) AS value, 0 AS is_floor
    FROM "prm-refugee-admissions-fy" GROUP BY fy
    UNION ALL SELECT fy, sum(refugee_admissions), 1 FROM "prm-refugee-admissions-month"
    WHERE fy = 2025
    """

  private static let refugeesByCalendar = """
    SELECT cy AS period, sum(refugee_admissions) AS value FROM "prm-refugee-admissions-month"
    GROUP BY cy
    """

  private static let ceilingByYear =
    "SELECT fy AS period, refugee_ceiling AS value FROM \"prm-refugee-ceiling\""

  private static let gotawaysByYear =
    "SELECT fy AS period, gotaways AS value FROM \"gotaways-press\""

  private static let darien =
    "SELECT month AS period, darien_crossings AS value FROM \"darien-month\""

  private static let asylum =
    "SELECT fy AS period, asylum_grants AS value, 5 AS slack FROM \"yearbook-2023-asylum\""

  private static let agents =
    "SELECT fy AS period, border_patrol_agents AS value FROM \"border-patrol-agents\""

  private static let pending = """
    SELECT CAST(substr(date, 1, 4) AS INTEGER) AS period, court_cases_pending AS value
    FROM "eoir-2025-07-court-pending"
    """

  /// ICE's own figure of a year, else that of others.
  private static let population = """
    SELECT fy AS period, sum(ice_average_daily_population) AS value FROM "ice-adp-fy" GROUP BY fy
    UNION ALL SELECT fy, ice_average_daily_population FROM "ice-adp-fy-quoted"
    UNION ALL SELECT fy, ice_average_daily_population FROM "vera-adp-fy" WHERE fy IN (2021, 2022)
    """

  /// The last reading of each month.
  private static func readings(of measure: String, in table: String) -> String {
    "SELECT substr(max(date), 1, 7) AS period, \(measure) AS value FROM \"\(table)\" "
      + "GROUP BY substr(date, 1, 7)"
  }

  /// What officials stated; `more_than` is a floor, `about` reaches half of its last digit.
  private static func stated(_ measure: String, in table: String) -> String {
    """
    SELECT substr(max(date), 1, 7) AS period, \(measure) AS value,
    ifnull(qualifier = 'more_than', 0) AS is_floor,
    CASE WHEN qualifier = 'about' THEN CASE 0 WHEN \(measure) % 10000 THEN 5000
    WHEN \(measure) % 1000 THEN 500 ELSE 50 END ELSE 0 END AS slack
    FROM "\(table)" GROUP BY substr(date, 1, 7)
    """
  }

  // MARK: Choosing periods

  /// Every year between two, held or not.
  private static func years(_ years: ClosedRange<Int>, _ figures: String) -> String {
    """
    WITH RECURSIVE calendar(period) AS (SELECT \(years.lowerBound) UNION ALL
    SELECT period + 1 FROM calendar WHERE period < \(years.upperBound))
    SELECT * FROM calendar LEFT JOIN (\(figures)) USING (period) ORDER BY period
    """
  }

  /// Every month between two, held or not.
  private static func months(
    _ first: String,
    _ last: String,
    _ figures: String
  ) -> String {
    """
    WITH RECURSIVE calendar(period) AS (SELECT '\(first)' UNION ALL
    SELECT strftime('%Y-%m', period || '-01', '+1 month') FROM calendar WHERE period < '\(last)')
    SELECT * FROM calendar LEFT JOIN (\(figures)) USING (period) ORDER BY period
    """
  }

  /// Every span of so many months from one that begins with `first` to the one that ends with `last`,
  /// without those that reach into the latter.
  private static func spans(
    of count: Int,
    _ first: String,
    _ last: String,
    _ figures: String
  ) -> String {
    """
    WITH spans AS (SELECT row_number() OVER (ORDER BY period) - \(count) AS number,
    sum(value) OVER span AS value, count(value) OVER span < \(count) AS is_floor
    FROM (\(months(first, last, figures)))
    WINDOW span AS (ORDER BY period ROWS \(count - 1) PRECEDING))
    SELECT value, is_floor FROM spans
    WHERE number >= 0 AND (number <= (SELECT max(number) FROM spans) - \(count)
    OR number = (SELECT max(number) FROM spans)) ORDER BY number
    """
  }

  private static func year(_ year: Int, _ figures: String) -> String {
    years(year...year, figures)
  }

  private static func month(_ month: String, _ figures: String) -> String {
    months(month, month, figures)
  }

  private static func pair(_ first: Int, _ last: Int, _ figures: String) -> String {
    "SELECT * FROM (\(figures)) WHERE period IN (\(first), \(last)) ORDER BY period"
  }

  // MARK: Statements

  private static func removals(
    _ statement: String,
    _ judgement: Judgement,
    _ period: ClosedRange<Int>
  ) -> CheckOracle {
    CheckOracle("removals \(statement)", judgement, years(period, removalsByYear))
  }

  private static func removals(
    _ statement: String,
    _ judgement: Judgement,
    _ year: Int
  ) -> CheckOracle {
    removals(statement, judgement, year...year)
  }

  /// Years that are compared, and that one release holds all.
  private static func removalsCompared(
    _ statement: String,
    _ judgement: Judgement,
    _ period: ClosedRange<Int>
  ) -> CheckOracle {
    CheckOracle(
      "removals \(statement)",
      judgement,
      years(period, removalsOfOneRelease),
      apart: years(period, removalsByYear)
    )
  }

  private static func removalsChange(
    _ statement: String,
    _ judgement: Judgement
  ) -> CheckOracle {
    CheckOracle(
      "change in removals from fy2022 to fy2023 \(statement)",
      judgement,
      pair(2022, 2023, removalsOfOneRelease),
      apart: pair(2022, 2023, removalsByYear)
    )
  }

  private static func gotaways(
    _ statement: String,
    _ judgement: Judgement,
    _ period: ClosedRange<Int>
  ) -> CheckOracle {
    CheckOracle("gotaways for southwest \(statement)", judgement, years(period, gotawaysByYear))
  }

  private static func ceiling(
    _ statement: String,
    _ judgement: Judgement,
    _ period: ClosedRange<Int>
  ) -> CheckOracle {
    CheckOracle("refugee ceiling \(statement)", judgement, years(period, ceilingByYear))
  }

  private static func ceilingChange(
    _ statement: String,
    _ judgement: Judgement,
    _ first: Int,
    _ last: Int
  ) -> CheckOracle {
    CheckOracle(
      "change in refugee ceiling \(statement)",
      judgement,
      pair(first, last, ceilingByYear)
    )
  }

  static let extremes = [
    removals("in fy2012 is highest since fy2000", .highest, 2000...2012),
    removals("in fy2012 is not highest since fy2000", .not(.highest), 2000...2012),
    removals("in fy2022 is lowest since fy2000", .lowest, 2000...2022),
    // By sixty people.
    CheckOracle(
      "refugees in fy2024 is highest since fy1994",
      .highest,
      years(1994...2024, refugees)
    ),
    CheckOracle(
      "refugees in cy2023 is highest since cy2016",
      .highest,
      years(2016...2023, refugeesByCalendar)
    ),
    CheckOracle(
      "encounters for southwest, between ports in nov 2024 is lowest since jul 2020",
      .lowest,
      months("2020-07", "2024-11", betweenPortsByMonth)
    ),
    CheckOracle(
      "encounters for southwest, between ports in fy2025 is lowest since fy2020",
      .lowest,
      years(2020...2025, betweenPortsByYear)
    ),
    // Counting the one after `since` would decide otherwise; the year before it does.
    CheckOracle(
      "apprehensions for southwest in fy2017 is lowest since fy1971",
      .lowest,
      years(1971...2017, southwestApprehensions)
    ),
    CheckOracle(
      "apprehensions for southwest in fy2017 is lowest since fy1970",
      .lowest,
      years(1970...2017, southwestApprehensions)
    ),
    CheckOracle(
      "encounters in q2 fy2024 is lowest since q1 fy2023",
      .lowest,
      "SELECT * FROM (\(encounters(by: "quarter"))) "
        + "WHERE period BETWEEN 'FY2023 Q1' AND 'FY2024 Q2' ORDER BY period"
    ),
    // A tie is neither.
    ceiling("in fy2011 is highest since fy2007", .highest, 2007...2011),
    ceiling("in fy2011 is not highest since fy2007", .not(.highest), 2007...2011),
    ceiling("in fy2011 is not lowest since fy2007", .not(.lowest), 2007...2011),
    CheckOracle(
      "states with 287(g) agreements in sep 2023 is lowest since apr 2023",
      .lowest,
      months("2023-04", "2023-09", readings(of: "states_with_287g", in: "ice-287g-agencies"))
    ),
  ]

  static let firsts = [
    // A margin of one, on both sides.
    removals("in fy2012 is first above 415578 since fy2000", .firstAbove(415_578), 2000...2012),
    removals("in fy2012 is first above 415579 since fy2000", .firstAbove(415_579), 2000...2012),
    removals("in fy2013 is first above 415579 since fy2000", .firstAbove(415_579), 2000...2013),
    removals("in fy2021 is first below 85784 since fy1997", .firstBelow(85_784), 1997...2021),
    removals("in fy2021 is first below 85783 since fy1997", .firstBelow(85_783), 1997...2021),
    // The first change that counts is the one on the year after `since`.
    CheckOracle(
      "border patrol agents in fy2018 is first rise since fy2011",
      .firstRise,
      years(2011...2018, agents)
    ),
    CheckOracle(
      "border patrol agents in fy2018 is first rise since fy2010",
      .firstRise,
      years(2010...2018, agents)
    ),
    removals("in fy2014 is first fall since fy2002", .firstFall, 2002...2014),
    removals("in fy2014 is first fall since fy2001", .firstFall, 2001...2014),
  ]

  /// What is not held, not held yet, or not known to the last digit.
  static let open = [
    // FY2024 holds eleven months of removals: a floor.
    removalsCompared("in fy2024 is highest since fy2019", .highest, 2019...2024),
    removalsCompared("in fy2024 is highest since fy2014", .highest, 2014...2024),
    removalsCompared("in fy2024 is lowest since fy2019", .lowest, 2019...2024),
    CheckOracle(
      "removals + returns in fy2024 is highest since fy2010",
      .highest,
      years(2010...2024, departures("removals + returns", slack: 10))
    ),
    // Of FY2026 eleven months are held: September could still raise it.
    CheckOracle(
      "encounters for southwest, between ports in fy2026 is lowest since fy2020",
      .lowest,
      years(2020...2026, betweenPortsByYear)
    ),
    // Nothing before FY1892: open, unless what is held contradicts.
    removals("in fy2012 is highest since fy1880", .highest, 1880...2012),
    removals("in fy2014 is highest since fy1880", .highest, 1880...2014),
    removals("in fy2012 is highest since fy1891", .highest, 1891...2012),
    CheckOracle(
      "asylum grants in fy2023 is not highest since fy1980",
      .not(.highest),
      years(1980...2023, asylum)
    ),
    // Years and months that nobody published.
    gotaways("in fy2023 is highest since fy2011", .highest, 2011...2023),
    gotaways("in fy2020 is highest since fy2011", .highest, 2011...2020),
    gotaways("in fy2021 is first above 200k since fy2011", .firstAbove(200_000), 2011...2021),
    gotaways("in fy2019 is first rise since fy2013", .firstRise, 2013...2019),
    CheckOracle(
      "Darien crossings in jan 2025 is lowest since mar 2024",
      .lowest,
      months("2024-03", "2025-01", darien)
    ),
    // A subject that is not held.
    removals("in fy2030 > 5", .above(5), 2030),
    CheckOracle(
      "Darien crossings in jul 2023 is highest since jan 2023",
      .highest,
      months("2023-01", "2023-07", darien)
    ),
    CheckOracle("court cases pending in fy2016 < 700k", .below(700_000), year(2016, pending)),
  ]

  static let stated = [
    removals("in fy2012 = 415,579", .equals(415_579), 2012),
    removals("in fy2012 = 415578", .equals(415_578), 2012),
    removals("in fy2012 != 415579", .not(.equals(415_579)), 2012),
    removals("in fy2012 < 415579", .below(415_579), 2012),
    removals("in fy2012 < 415580", .below(415_580), 2012),
    removals("in fy2012 <= 415579", .atMost(415_579), 2012),
    removals("in fy2012 > 415579", .above(415_579), 2012),
    removals("in fy2012 >= 415579", .atLeast(415_579), 2012),
    removals("in fy2012 >= 415580", .atLeast(415_580), 2012),
    removals("in fy2012 is about 416k", .about(416_000, within: 500), 2012),
    // Hedges at their bounds: `more than` V holds for V, `nearly` V from a tenth below to V.
    removals("in fy2012 is more than 415579", .atLeast(415_579), 2012),
    removals("in fy2012 is more than 415580", .atLeast(415_580), 2012),
    removals("in fy2012 is nearly 415579", .nearly(415_579), 2012),
    removals("in fy2012 is nearly 415578", .nearly(415_578), 2012),
    removals("in fy2012 is nearly 461754", .nearly(461_754), 2012),
    removals("in fy2012 is not nearly 461755", .not(.nearly(461_755)), 2012),
    // FY2023 is printed to ten.
    removals("in fy2023 = 177770", .equals(177_770), 2023),
    removals("in fy2023 = 177774", .equals(177_774), 2023),
    removals("in fy2023 = 177776", .equals(177_776), 2023),
    removals("in fy2023 > 177764", .above(177_764), 2023),
    removals("in fy2023 > 177766", .above(177_766), 2023),
    removalsCompared(
      "in fy2023 is first above 177766 since fy2020",
      .firstAbove(177_766),
      2020...2023
    ),
    // Eleven months: more is possible, less is not.
    removals("in fy2024 > 300000", .above(300_000), 2024),
    removals("in fy2024 < 300000", .below(300_000), 2024),
    removals("in fy2024 < 400000", .below(400_000), 2024),
    // "More than 680,500" and "about 297,000", as officials said.
    CheckOracle(
      "CBP One scheduled to date in jun 2024 is more than 680500",
      .atLeast(680_500),
      month("2024-06", stated("cbp_one_scheduled_to_date", in: "cbp-one-scheduled-statements"))
    ),
    CheckOracle(
      "CBP One scheduled to date in jun 2024 < 700k",
      .below(700_000),
      month("2024-06", stated("cbp_one_scheduled_to_date", in: "cbp-one-scheduled-statements"))
    ),
    CheckOracle(
      "CHNV paroles to date in nov 2023 < 297400",
      .below(297_400),
      month("2023-11", stated("chnv_paroles_to_date", in: "chnv-paroles-statements"))
    ),
  ]

  static let changes = [
    CheckOracle(
      "change in encounters for southwest, between ports from oct 2024 to nov 2024 = -18%",
      .changedPercent(-18, places: 0),
      months("2024-10", "2024-11", betweenPortsByMonth)
    ),
    CheckOracle(
      "change in encounters for southwest, between ports from oct 2024 to nov 2024 = -17%",
      .changedPercent(-17, places: 0),
      months("2024-10", "2024-11", betweenPortsByMonth)
    ),
    CheckOracle(
      "change in encounters for southwest, between ports from oct 2024 to nov 2024 fell",
      .fell,
      months("2024-10", "2024-11", betweenPortsByMonth)
    ),
    CheckOracle(
      "change in encounters for southwest, between ports from oct 2024 to nov 2024 fell by 9908",
      .changed(by: -9_908),
      months("2024-10", "2024-11", betweenPortsByMonth)
    ),
    // From 80,000 by exactly -12.5, 37.5 and 6.25 percent: halves go away from zero.
    ceilingChange("from fy2001 to fy2002 = -13%", .changedPercent(-13, places: 0), 2001, 2002),
    ceilingChange("from fy2001 to fy2002 fell by 12%", .changedPercent(-12, places: 0), 2001, 2002),
    ceilingChange("from fy2001 to fy2017 rose by 38%", .changedPercent(38, places: 0), 2001, 2017),
    ceilingChange(
      "from fy2001 to fy2016 rose by 6.3%",
      .changedPercent(6.3, places: 1),
      2001,
      2016
    ),
    ceilingChange("from fy2022 to fy2023 rose", .rose, 2022, 2023),
    // Twice exactly, then 1.9 times.
    ceilingChange("from fy2021 to fy2022 doubled", .doubled, 2021, 2022),
    CheckOracle(
      "change in court cases pending from fy2022 to fy2024 doubled",
      .doubled,
      pair(2022, 2024, pending)
    ),
    // An exact year and one to ten; 63.49 is within five of it, 63.5 whatever it is.
    removalsChange("rose by 72.9%", .changedPercent(72.9, places: 1)),
    removalsChange("rose by 63.5%", .changedPercent(63.5, places: 1)),
    removalsChange("= 63.49%", .changedPercent(63.49, places: 2)),
    removalsChange("= 72.86%", .changedPercent(72.86, places: 2)),
    removalsChange("rose by 74,930", .changed(by: 74_930)),
    removalsChange("rose by 69,040", .changed(by: 69_040)),
  ]

  static let kinds = [
    // Levels: the last of each year or month.
    CheckOracle(
      "court cases pending in fy2024 is highest since fy2018",
      .highest,
      years(2018...2024, pending)
    ),
    CheckOracle(
      "court cases pending in fy2024 is highest since fy2015",
      .highest,
      years(2015...2024, pending)
    ),
    CheckOracle(
      "287(g) agencies in apr 2025 is first above 400 since jan 2021",
      .firstAbove(400),
      months("2021-01", "2025-04", readings(of: "agencies_287g", in: "ice-287g-agencies"))
    ),
    // Averages.
    CheckOracle(
      "ICE average daily population in fy2024 is highest since fy2019",
      .highest,
      years(2019...2024, population)
    ),
    CheckOracle(
      "ICE average daily population in fy2024 = 37722",
      .rounds(to: 37_722, places: 0),
      year(2024, population)
    ),
    CheckOracle(
      "change in ICE average daily population from fy2023 to fy2024 = 33%",
      .changedPercent(33, places: 0),
      pair(2023, 2024, population)
    ),
    // Ratios.
    CheckOracle(
      "encounters(at ports) / encounters for southwest in nov 2024 is first above 50% since oct 2021",
      .firstAbove(0.5),
      months("2021-10", "2024-11", portShare)
    ),
    CheckOracle(
      "encounters(at ports) / encounters for southwest in nov 2024 = 51%",
      .rounds(to: 0.51, places: 2),
      month("2024-11", portShare)
    ),
    CheckOracle(
      "encounters(at ports) / encounters for southwest in nov 2024 = 0.50",
      .rounds(to: 0.50, places: 2),
      month("2024-11", portShare)
    ),
    CheckOracle(
      "removals / border patrol agents in fy2012 is highest since fy1999",
      .highest,
      """
      SELECT period, 1.0 * removals.value / agents.value AS value
      FROM (\(removalsByYear)) AS removals JOIN (\(agents)) AS agents USING (period)
      WHERE period BETWEEN 1999 AND 2012 ORDER BY period
      """
    ),
    // Folds.
    CheckOracle(
      "average(encounters by month) in fy2023 is highest since fy2020",
      .highest,
      years(2020...2023, monthlyEncounters("avg"))
    ),
    CheckOracle(
      "max(encounters by month) in fy2024 is highest since fy2020",
      .highest,
      years(2020...2024, monthlyEncounters("max"))
    ),
    CheckOracle(
      "median(encounters by month) in fy2022 = 243,226",
      .equals(243_226),
      """
      SELECT 2022 AS period, avg(value) AS value FROM (SELECT value
      FROM (\(encounters(by: "month"))) WHERE period BETWEEN '2021-10' AND '2022-09'
      ORDER BY value LIMIT 2 OFFSET 5)
      """
    ),
    CheckOracle(
      "average(removals by month) in fy2020 is lowest since fy2014",
      .lowest,
      years(
        2014...2020,
        "SELECT fy AS period, avg(removals) AS value, 5 AS slack "
          + "FROM \"ohss-2024-08-repatriations\" GROUP BY fy"
      )
    ),
  ]

  /// Every span of as many months after the one given, up to those that reach into the subject.
  static let spans = [
    CheckOracle(
      "encounters for southwest, between ports from jul 2024 to nov 2024 is lowest since jan 2023",
      .lowest,
      spans(of: 5, "2023-01", "2024-11", betweenPortsByMonth)
    ),
    CheckOracle(
      "encounters from feb 2024 to apr 2024 is lowest since feb 2023",
      .lowest,
      spans(of: 3, "2023-02", "2024-04", encounters(by: "month"))
    ),
    CheckOracle(
      "Darien crossings from feb 2024 to apr 2024 is highest since jan 2022",
      .highest,
      spans(of: 3, "2022-01", "2024-04", darien)
    ),
  ]

  /// A bare year is read both ways.
  static let readings = [
    CheckOracle(
      "encounters in 2024 < 2900000",
      .below(2_900_000),
      year(2024, encounters(by: "fy")),
      calendar: year(2024, encounters(by: "cy"))
    ),
    CheckOracle(
      "refugees in 2022 = 25465",
      .equals(25_465),
      year(2022, refugees),
      calendar: year(2022, refugeesByCalendar)
    ),
    CheckOracle(
      "refugees in 2022 is highest since 2017",
      .highest,
      years(2017...2022, refugees),
      calendar: years(2017...2022, refugeesByCalendar)
    ),
    CheckOracle(
      "refugees in 2022 is highest since 2016",
      .highest,
      years(2016...2022, refugees),
      calendar: years(2016...2022, refugeesByCalendar)
    ),
    CheckOracle(
      "removals in 2012 = 415579",
      .equals(415_579),
      year(2012, removalsByYear),
      calendar: "SELECT NULL AS value"
    ),
  ]
}
