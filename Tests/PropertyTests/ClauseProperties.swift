import Foundation
import Testing

@Suite("What clauses compute")
struct ClauseProperties {
  typealias Rows = [[String: Any]]

  /// Questions in time that add up, with the column that they have.
  static let series: [(question: String, column: String)] = [
    ("removals by fy since 2005", "removals"),
    ("returns by fy since 1990", "returns"),
    ("encounters by month in fy2021..fy2023", "encounters"),
    ("encounters for southwest by month, component since oct 2021", "encounters"),
    ("removals by fy, criminality from 2010 to 2020", "removals"),
    ("credible fear referrals by quarter since fy2015", "credible_fear_referrals"),
    ("drug seizures by fy, drug since 2020", "drug_seizures"),
    ("refugee admissions by cy since 2005", "refugee_admissions"),
  ]

  @Test("the change of a running total is the figure", arguments: series)
  func running(_ series: (question: String, column: String)) throws {
    let rows = try Shipped.shared.get().rows(series.question + " with running")
    let figures = groups(rows, without: series.column)
    var compared = 0
    for group in figures.values {
      for (before, row) in zip(group, group.dropFirst()) {
        guard let total = real(row, series.column + "_running"),
          let earlier = real(before, series.column + "_running"),
          let figure = real(row, series.column)
        else { continue }
        #expect(abs(total - earlier - figure) <= 1e-6 * max(1, abs(total)), "\(row)")
        compared += 1
      }
    }
    #expect(compared > 5)
  }

  @Test("a rolling sum is that of its periods", arguments: series)
  func rolling(_ series: (question: String, column: String)) throws {
    let rows = try Shipped.shared.get().rows(series.question + " with rolling 3")
    var compared = 0
    for group in groups(rows, without: series.column).values where group.count > 2 {
      for index in 2..<group.count {
        let parts = (index - 2...index).compactMap { real(group[$0], series.column) }
        guard parts.count == 3, let sum = real(group[index], series.column + "_rolling_3") else {
          continue
        }
        #expect(abs(sum - parts.reduce(0, +)) <= 1e-6 * max(1, abs(sum)), "\(group[index])")
        compared += 1
      }
    }
    #expect(compared > 3)
  }

  @Test(
    "a change is the difference of two rows, and its percentage of the first",
    arguments: series
  )
  func change(_ series: (question: String, column: String)) throws {
    let rows = try Shipped.shared.get().rows(series.question + " with change")
    var compared = 0
    for group in groups(rows, without: series.column).values {
      for (before, row) in zip(group, group.dropFirst()) {
        guard let change = real(row, series.column + "_change"),
          let earlier = real(before, series.column), let figure = real(row, series.column)
        else { continue }
        #expect(abs(change - (figure - earlier)) <= 1e-6 * max(1, abs(figure)), "\(row)")
        if earlier != 0, let percent = real(row, series.column + "_change_percent") {
          #expect(abs(percent - 100 * (figure - earlier) / earlier) < 1e-6, "\(row)")
        }
        compared += 1
      }
    }
    #expect(compared > 3)
  }

  @Test(
    "shares add up to 100 in every group, and with others too",
    arguments: [
      ("encounters by citizenship in fy2023", "encounters", ""),
      ("encounters by citizenship top 7 in fy2023 with others", "encounters", ""),
      ("encounters by month, demographic in fy2024", "encounters", "month"),
      ("encounters by fy, citizenship top 3 since 2021 with others", "encounters", "fy"),
      ("removals by fy, criminality since 2018", "removals", "fy"),
      ("drug seizures by drug in fy2023", "drug_seizures", ""),
      ("removals by fy since 2010", "removals", ""),
    ]
  )
  func share(_ question: String, _ column: String, _ group: String) throws {
    let with = question.contains(" with ") ? ", share" : " with share"
    let rows = try Shipped.shared.get().rows(question + with)
    let sums = Dictionary(grouping: rows) { "\($0[group] ?? "")" }.mapValues { rows in
      rows.compactMap { real($0, column + "_share") }.reduce(0, +)
    }
    #expect(!sums.isEmpty)
    for (name, sum) in sums { #expect(abs(sum - 100) < 1e-6, "\(question) \(name): \(sum)") }
  }

  @Test(
    "what is kept and the others make the total",
    arguments: [
      "encounters by citizenship top 4 in fy2022 with others, total",
      "encounters by month, citizenship top 2 in fy2022 with others, total",
      "removals by criminality top 1 in fy2020 with others, total",
      "encounters for southwest by fy, component top 1 since 2021 with total, others",
    ]
  )
  func total(_ question: String) throws {
    let rows = try Shipped.shared.get().rows(question)
    let column = question.hasPrefix("removals") ? "removals" : "encounters"
    let groups = Dictionary(grouping: rows) { "\($0["month"] ?? $0["fy"] ?? "")" }
    for group in groups.values {
      let isTotal = { (row: [String: Any]) in row.values.contains { $0 as? String == "Total" } }
      let total = try #require(group.first(where: isTotal).flatMap { real($0, column) })
      let parts = group.filter { !isTotal($0) }.compactMap { real($0, column) }.reduce(0, +)
      #expect(total == parts, "\(question)")
    }
  }

  @Test(
    "across holds the figures of by",
    arguments: [
      ("encounters for southwest by fy", "component", "since 2020", "fy"),
      ("encounters by month", "demographic", "in fy2024", "month"),
      ("removals by fy", "criminality", "from 2015 to 2020", "fy"),
      (
        "encounters by citizenship", "fy", "since 2022 where citizenship in (mexico, cuba)",
        "citizenship"
      ),
    ]
  )
  func across(_ head: String, _ dimension: String, _ rest: String, _ key: String) throws {
    let shipped = try Shipped.shared.get()
    let long = try shipped.rows("\(head), \(dimension) \(rest)")
    let wide = try shipped.rows("\(head) across \(dimension) \(rest)")
    var compared = 0
    for row in long {
      let name = "\(row[key] ?? "")"
      let turned = try #require(wide.first { "\($0[key] ?? "")" == name })
      let value = "\(row[dimension] ?? "")"
      let column = turned.keys.first { $0 == value || $0 == "FY\(value)" }
      let measure = head.hasPrefix("removals") ? "removals" : "encounters"
      #expect(column.flatMap { real(turned, $0) } == real(row, measure), "\(row)")
      compared += 1
    }
    #expect(compared > 5)
  }

  @Test("a series put together from several tables is each table's own figures")
  func stitched() throws {
    let shipped = try Shipped.shared.get()
    for (measure, years) in [("removals", 2018...2024), ("returns", 2018...2024)] {
      for row in try shipped.rows("\(measure) by fy since \(years.lowerBound)") {
        let alone = try shipped.rows("\(measure) in fy\(row["fy"] ?? 0)")
        #expect(alone.count == 1 && real(alone[0], measure) == real(row, measure), "\(row)")
      }
    }
  }

  @Test(
    "a comparison of two periods holds the figures of both",
    arguments: [2018, 2020, 2021, 2022]
  )
  func versus(_ year: Int) throws {
    let shipped = try Shipped.shared.get()
    let both = try shipped.rows("removals, returns in fy\(year) vs fy\(year - 1)")[0]
    for measure in ["removals", "returns"] {
      for side in [year, year - 1] {
        let alone = try shipped.rows("\(measure) in fy\(side)")[0]
        #expect(real(both, "\(measure)_fy\(side)") == real(alone, measure))
      }
    }
  }

  // MARK: Reading rows

  private func real(_ row: [String: Any], _ column: String) -> Double? {
    (row[column] as? NSNumber)?.doubleValue
  }

  /// Rows that differ in time only, in order.
  private func groups(_ rows: Rows, without column: String) -> [String: Rows] {
    Dictionary(grouping: rows) { row in
      row.filter { !["fy", "cy", "month", "quarter"].contains($0.key) }
        .compactMap { $0.value as? String }.sorted().joined(separator: "|")
    }
  }
}
