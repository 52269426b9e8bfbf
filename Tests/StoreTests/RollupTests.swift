import Foundation
import Store
import TestSupport
import Testing

@Suite("Large tables carry sums of themselves")
struct RollupTests {
  /// 4,800 rows: 400 dates, of each 4 countries x 3 drugs, made by a rule.
  private func seed(cell: (Int) -> String, hedged: Bool = false) -> TinySeed {
    var seed = TinySeed()
    let list = "weighed,yearbook-2020,Weighed,fy,,drug_seizures,,2019,2020,1,"
    let time =
      "weighed,yearbook-2020,Weighed,month,component; drug,drug_seizures; border_patrol_agents,,1990-01,2023-04,1,"
    seed.replace(list, with: time, in: "catalog/datasets.csv")
    let members = (0..<3).map { "drug,d\($0),Drug \($0),,\n" } + ["component,amo,Air,,\n"]
    seed.files["catalog/members.csv", default: ""] += members.joined()
    var text =
      "month,component,drug,drug_seizures,border_patrol_agents\(hedged ? ",qualifier" : "")\n"
    for row in 0..<4_800 {
      let month = row / 12
      let name = String(format: "%d-%02d", 1990 + month / 12, month % 12 + 1)
      let component = ["usbp", "ofo", "amo", "cbp"][row % 12 / 3]
      text += "\(name),\(component),d\(row % 3),\(cell(row)),1\(hedged ? ",about" : "")\n"
    }
    seed.files["catalog/members.csv", default: ""] += "component,cbp,Other part,,\n"
    seed.files["datasets/weighed.csv"] = text
    return seed
  }

  private let keys = "SELECT key, size, dimensions FROM dataset WHERE rollup_of != 0"

  @Test("sums by one dimension and over all equal the base")
  func equalsBase() throws {
    let folder = try TemporaryFolder()
    let database = try built(seed { "\($0 * 7 % 1_000).\($0 % 10)" }, in: folder)
    #expect(try database.rows(keys) == ["weighed/total|400|", "weighed/drug|1200|4"])
    let sums = "SELECT period, drug, sum(drug_seizures) FROM border_operations WHERE dataset = "
    let base = try database.rows(sums + "6 GROUP BY 1, 2")
    let byDrug = try database.rows(sums + "8 GROUP BY 1, 2")
    #expect(base.count == 1_200)
    #expect(base == byDrug)
    let total = "SELECT period, sum(drug_seizures) FROM border_operations WHERE dataset = "
    #expect(try database.rows(total + "6 GROUP BY 1") == database.rows(total + "7 GROUP BY 1"))
  }

  @Test("a rollup is a dataset like its base, with an index of its own")
  func isDataset() throws {
    let folder = try TemporaryFolder()
    let database = try built(seed { "\($0)" }, in: folder)
    let columns =
      "source, title, subject, time, scope, rounding, absent, complete, rank, superseded, note"
    let rows = try database.rows(
      """
      SELECT DISTINCT \(columns) FROM dataset
      JOIN dataset_text ON dataset_text.dataset = dataset.id WHERE dataset.id >= 6
      """
    )
    #expect(rows.count == 1)
    #expect(try database.rows("SELECT count(*) FROM dataset WHERE rollup_of = 6") == ["2"])
    #expect(try database.rows("SELECT * FROM coverage WHERE dataset = 8") == ["4|8|199001|202304"])
    #expect(try database.rows("SELECT count(*) FROM dataset_member WHERE dataset = 8") == ["3"])
    #expect(try database.rows("SELECT count(*) FROM dataset_member WHERE dataset = 7") == ["0"])
    // Agents are a level: only what is counted over a period is summed.
    #expect(
      try database.rows("SELECT measure FROM dataset_measure WHERE dataset > 6") == ["4", "4"]
    )
  }

  @Test("a withheld cell makes the sum a lower bound, and a whole of them no sum")
  func keepsWithheld() throws {
    let folder = try TemporaryFolder()
    let database = try built(seed { $0 < 12 ? "D" : $0 == 12 ? "D" : "1" }, in: folder)
    let rows = try database.rows(
      """
      SELECT period, drug_seizures, withheld FROM border_operations
      WHERE dataset = 7 AND period <= 199003
      """
    )
    #expect(rows == ["199001||1", "199002|11000|1", "199003|12000|0"])
    #expect(try database.rows("SELECT withheld FROM dataset_measure WHERE dataset = 7") == ["2"])
  }

  @Test("an empty cell forbids the rollup")
  func refusesEmpty() throws {
    let folder = try TemporaryFolder()
    let database = try built(seed { $0 == 4_799 ? "" : "1" }, in: folder)
    #expect(try database.rows(keys) == [])
  }

  @Test("hedged figures are not summed")
  func refusesHedged() throws {
    let folder = try TemporaryFolder()
    let database = try built(seed(cell: { _ in "1" }, hedged: true), in: folder)
    #expect(try database.rows(keys) == [])
  }

  @Test("small tables have none")
  func smallTables() throws {
    let folder = try TemporaryFolder()
    #expect(try built(TinySeed(), in: folder).rows(keys) == [])
  }
}
