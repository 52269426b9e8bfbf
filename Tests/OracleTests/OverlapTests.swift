import Foundation
import TestSupport
import Testing

/// What the catalog names as overlapping is never added, wherever the values that make it overlap
/// are written.
@Suite("Figures that overlap")
struct OverlapTests {
  private static let rows: [CommaSeparated.Row] =
    (try? CommaSeparated(
      contentsOf: ShippedDatabase.repository + "/seed/catalog/overlaps.csv"
    ).rows) ?? []

  /// `component=ofo` as a value that a question can name; `nil` for several.
  private static func value(_ filters: String) -> String? {
    let parts = filters.split(separator: "=").map(String.init)
    return parts.count == 2 ? "\(parts[0]) = \(parts[1])" : nil
  }

  private static func name(_ key: String) -> String { key.replacingOccurrences(of: "_", with: " ") }

  @Test("with the values after `where`, for the whole question")
  func refusesFiltered() throws {
    var tried = 0
    for row in Self.rows {
      let filters = [row["filters"], row["other_filters"]].filter { !$0.isEmpty }
      // One condition for the whole question keeps both figures to it.
      guard let first = filters.first, filters.allSatisfy({ $0 == first }),
        let value = Self.value(first)
      else { continue }
      let sum = "\(Self.name(row["measure"])) + \(Self.name(row["other"]))"
      let (answer, complaint) = try Tally.reply(to: "\(sum) where \(value)")
      #expect(answer.isEmpty && !complaint.isEmpty, "\(sum) where \(value)\n\(answer)")
      tried += 1
    }
    #expect(tried > 4)
  }

  @Test("of the whole, whichever of the two comes first")
  func refusesWhole() throws {
    for row in Self.rows where (row["filters"] + row["other_filters"]).isEmpty {
      let names = [row["measure"], row["other"]].map(Self.name)
      for pair in [names, names.reversed()] {
        let sum = pair.joined(separator: " + ")
        let (answer, complaint) = try Tally.reply(to: "\(sum) by fy")
        #expect(answer.isEmpty && !complaint.isEmpty, "\(sum)\n\(answer)")
        for own in complaint.split(separator: "\n") where own.hasPrefix("try:") {
          #expect(!own.contains(" + "), "\(sum)\n\(own)")
        }
      }
    }
  }

  @Test("what is a part of a whole can still be taken from it")
  func subtractsParts() throws {
    for question in [
      "encounters - title 42 expulsions in fy2021", "repatriations - title 42 expulsions in fy2021",
      "returns + title 42 expulsions in fy2021", "refugee admissions + asylum grants in fy2019",
    ] {
      let (_, complaint) = try Tally.reply(to: question)
      #expect(complaint == "", "\(question)\n\(complaint)")
    }
  }

  @Test("a sum of matches of the list and encounters is not offered either")
  func offersNoWrongSum() throws {
    let (_, complaint) = try Tally.reply(to: "watchlist encounters + encounters in fy2024")
    let offers = complaint.split(separator: "\n").filter { $0.contains("try:") }
    #expect(!offers.isEmpty && !offers.contains { $0.contains("+") }, "\(complaint)")
  }
}
