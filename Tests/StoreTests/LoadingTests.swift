import Foundation
import Store
import TestSupport
import Testing

@Suite("A seed becomes a database")
struct LoadingTests {
  let folder: TemporaryFolder
  let database: Database

  init() throws {
    folder = try TemporaryFolder()
    database = try built(TinySeed(), in: folder)
  }

  @Test("figures are exact integers times the measure's scale")
  func scales() throws {
    let rows = try database.rows(
      "SELECT drug_seizures FROM border_operations WHERE drug_seizures IS NOT NULL ORDER BY period"
    )
    #expect(rows == ["1500", "125"])
    let scales = try database.rows("SELECT scale FROM measure ORDER BY id")
    #expect(scales == ["1", "1", "1", "1000", "1"])
  }

  @Test("facts keep what was withheld apart from what was not published")
  func facts() throws {
    let rows = try database.rows(
      """
      SELECT period, component, citizenship, encounters, gotaways, withheld
      FROM encounters WHERE dataset = 1
      """
    )
    let (mexico, venezuela, other, usbp, ofo) = (3, 4, 5, 6, 7)
    #expect(
      rows
        == [
          "202001|\(ofo)|\(mexico)|10||0",
          "202001|\(ofo)|\(venezuela)|20|7|0",
          "202002|\(ofo)|\(mexico)|||1",
          "202002|\(usbp)|\(other)|70|5|0",
          "202004|\(ofo)|\(other)|0||0",
          "202005|\(ofo)|\(mexico)|1|9|0",
        ].sorted { key($0) < key($1) }
    )
  }

  /// In the order of the fact table, citizenship is before component.
  private func key(_ row: String) -> String {
    let cells = row.components(separatedBy: "|")
    return cells[0] + cells[2] + cells[1]
  }

  @Test("coverage is the unbroken runs of periods, withheld cells included")
  func coverage() throws {
    let rows = try database.rows(
      """
      SELECT dataset.key, measure.key, first, last FROM coverage
      JOIN dataset ON dataset.id = dataset JOIN measure ON measure.id = measure
      ORDER BY dataset.id, measure.id, first
      """
    )
    #expect(
      rows == [
        "by-country|encounters|202001|202002",
        "by-country|encounters|202004|202005",
        "by-country|gotaways|202001|202002",
        "by-country|gotaways|202005|202005",
        "by-year|encounters|2019|2020",
        "counts|encounters|20200101|20200120",
        "counts|encounters|20200121|20200331",
        "staff|border_patrol_agents|20200131|20200131",
        "staff|border_patrol_agents|20200229|20200229",
        "stated|gotaways|2020|2021",
        "weighed|drug_seizures|2019|2020",
      ]
    )
  }

  @Test("withheld, empty and hedged cells are counted")
  func counts() throws {
    let rows = try database.rows(
      """
      SELECT dataset, measure, position, withheld, unpublished, hedged FROM dataset_measure
      WHERE dataset IN (1, 5) ORDER BY dataset, measure
      """
    )
    #expect(rows == ["1|1|0|1|0|0", "1|3|1|0|3|0", "5|3|0|0|0|1"])
    #expect(
      try database.rows("SELECT gotaways, hedge FROM encounters WHERE dataset = 5") == [
        "-600000|1", "700000|0",
      ]
    )
  }

  @Test("members are placed, counted and told from the rest")
  func members() throws {
    #expect(
      try database.rows("SELECT key, dimension, parent, rest FROM member") == [
        "americas|2|0|0", "unknown|2|0|2", "mexico|1|1|0", "venezuela|1|1|0", "other|1|2|1",
        "usbp|3|0|0", "ofo|3|0|0",
      ]
    )
    #expect(
      try database.rows("SELECT member FROM dataset_member WHERE dataset = 1") == [
        "3", "4", "5", "6", "7",
      ]
    )
    // 70 of 101 fall to `other`.
    #expect(
      try database.rows("SELECT * FROM dataset_dimension") == [
        "1|1|2|693069", "1|3|2|0", "3|3|2|0",
      ]
    )
    #expect(try database.rows("SELECT * FROM dataset_other") == ["1|1|2020|693069"])
    #expect(try database.rows("SELECT * FROM member_existence") == ["7|3|20191001|0"])
    #expect(try database.rows("SELECT members FROM member_group") == ["3 4"])
  }

  @Test("spellings are folded and preferred in order")
  func spellings() throws {
    let rows = try database.rows(
      "SELECT kind, preference, target, text FROM spelling WHERE target = 1 AND NOT (kind = 8 AND preference = 2)"
    )
    #expect(
      Set(rows)
        == [
          "1|0|1|encounters", "5|1|1|patrol", "3|0|1|Americas", "4|0|1|both",
          "4|0|1|Both countries", "2|0|1|citizenship", "2|2|1|country", "2|2|1|nationality",
          "1|2|1|stops", "4|2|1|the two", "6|0|1|people who crossed", "6|2|1|crossers",
          "7|2|1|please", "8|0|1|A start", "8|0|1|start",
        ]
    )
    #expect(
      try database.rows("SELECT key FROM spelling WHERE text = 'Both countries'") == [
        "bothcountry"
      ]
    )
    // `crossing` reads like `crossings`, which means both.
    #expect(try database.rows("SELECT target FROM spelling WHERE text LIKE 'crossing%'") == ["3"])
  }

  @Test("datasets, breaks, sources and conflicts refer by id")
  func references() throws {
    #expect(
      try database.rows(
        "SELECT key, subject, dimensions, scope, superseded, superseded_by, size FROM dataset"
      ) == [
        "by-country|encounters|3 1||0|0|6", "by-year|encounters||3=6|1|1|2",
        "counts|encounters|3||0|0|3", "staff|border_operations|||0|0|2",
        "stated|encounters|||0|0|2", "weighed|border_operations|||0|0|2",
      ]
    )
    #expect(
      try database.rows(
        "SELECT measure, at, key, until, filters, about, datasets FROM series_break"
      ) == [
        "1|202003|new-count|2021|3=6 1|3=6|1 2 3", "3|202003|new-count|2021|3=6 1|3=6|1 2 3",
      ]
    )
    #expect(
      try database.rows("SELECT short, note FROM source") == [
        "OS|", "The Gazette|Says \"about\" it",
      ]
    )
    let reason = "Both are seen between ports."
    let conflicts = try database.rows("SELECT * FROM measure_conflict")
    #expect(
      conflicts == ["1|3|0|||", "1|3|0|3=6||\(reason)", "3|1|0|||", "3|1|0||3=6|\(reason)"],
      "\(conflicts)"
    )
    #expect(
      try database.rows("SELECT exists_from, exists_to FROM measure WHERE key = 'gotaways'")
        == ["20200320|0"]
    )
    #expect(try database.rows("SELECT part_of FROM measure WHERE key = 'apprehensions'") == ["1"])
  }

  @Test("the calendar knows the old fiscal years and the long one")
  func calendar() throws {
    #expect(
      try database.rows("SELECT count(*), min(month), max(month) FROM calendar") == [
        "3132|179001|205012"
      ]
    )
    #expect(
      try database.rows(
        "SELECT * FROM calendar WHERE month IN (197506, 197507, 197609, 197610, 202402)"
      ) == [
        "197506|1975|19754|1975|30", "197507|1976|19761|1975|31", "197609|1976|19765|1976|30",
        "197610|1977|19771|1976|31", "202402|2024|20242|2024|29",
      ]
    )
  }

  @Test("documents are kept as they are written")
  func documents() throws {
    #expect(
      try database.rows("SELECT key, low, high, status FROM figure") == [
        "many|100||paraphrase_of:few", "few|2.5|2.5|official",
      ]
    )
    #expect(try database.rows("SELECT figures FROM claim") == ["many; few"])
    #expect(try database.rows("SELECT key, \"to\" FROM program") == ["fence|2021-01-20"])
    #expect(try database.rows("SELECT program, quantity FROM rule") == ["fence|30"])
  }
}
