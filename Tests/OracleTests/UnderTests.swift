import Catalog
import QueryLanguage
import Store
import TestSupport
import Testing

@Suite("Administrations and dated events are periods")
struct UnderTests {
  @Test(
    "a figure under an administration is that of its row",
    arguments: [
      "removals", "encounters for southwest", "apprehensions", "refugee admissions",
      "average(encounters by month)", "max(removals by fy)",
    ]
  )
  func equalsItsRow(_ measure: String) throws {
    let rows = try Tally.rows(of: "\(measure) as figure by administration")
    #expect(rows.count > 2)
    for row in rows {
      guard case .text(let name)? = row.cells["administration"] else { continue }
      let own = try Tally.rows(of: "\(measure) as figure under \"\(name)\"")
      #expect(own.map { $0.cells["figure"] } == [row.cells["figure"]], "\(measure) under \(name)")
    }
  }

  @Test("rows of years under an administration are those that name it")
  func rowsOfYears() throws {
    let all = try Tally.rows(of: "removals by administration, fy since fy1981")
    for name in ["Reagan", "Clinton", "Obama"] {
      let own = try Tally.rows(of: "removals by fy under \(name)")
      let expected = all.filter { $0.cells["administration"] == .text(name) }
      #expect(own.map { $0.cells["fy"] } == expected.map { $0.cells["fy"] }, "\(name)")
    }
  }

  @Test("an event means its day, month or year, by each of its names")
  func events() throws {
    let catalog = StoredCatalog(try ShippedDatabase.open())
    let spellings = catalog.spellings(of: .events)
    #expect(spellings.count > 200)
    for spelling in spellings {
      let event = try #require(catalog.event(spelling.match.target))
      var parser = try Parser("\"\(spelling.text)\"", catalog: catalog)
      let term = try parser.period()
      #expect(parser.isAtEnd)
      guard case .period(let period) = term.value else {
        Issue.record("\(spelling.text) is no period")
        continue
      }
      // Of what happened twice the last time is meant.
      #expect(period.days.first >= event.period?.days.first ?? .distantFuture, "\(spelling.text)")
    }
  }

  @Test(
    "rows since an event are those since its day",
    arguments: [
      ("title 42 ends", "2023-05-11"), ("Title 42 ended", "2023-05-11"),
      ("title_42_end", "2023-05-11"), ("title 42 expulsions began", "2020-03-20"),
      ("Biden took office", "2021-01-20"), ("trump took office", "2025-01-20"),
      ("mpp begins", "2019-01-28"), ("safe mobility offices launched", "jun 2023"),
    ]
  )
  func sinceItsDay(_ event: String, _ day: String) throws {
    for clause in ["since", "after", "until", "before"] {
      let question = "encounters for southwest by month \(clause)"
      #expect(
        try Tally.rows(of: "\(question) \(event)") == Tally.rows(of: "\(question) \(day)"),
        "\(clause) \(event)"
      )
    }
  }

  @Test(
    "what can mean several is asked back",
    arguments: [
      ("removals under bush", "several presidents"), ("removals since trump", "2 terms"),
      ("removals under lincoln", "no administration"), ("removals under", "administration"),
    ]
  )
  func asksBack(_ question: String, _ complaint: String) throws {
    #expect(try Tally.reply(to: question).complaint.contains(complaint))
  }

  @Test("`under` before a number belongs to a statement")
  func underANumber() throws {
    let reply = try Tally.reply(to: "check encounters for southwest in nov 2024 under 500,000")
    #expect(reply.answer.contains("holds"))
  }
}
