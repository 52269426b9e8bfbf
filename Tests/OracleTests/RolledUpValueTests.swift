import Asking
import Catalog
import Planner
import Store
import TestSupport
import Testing

/// A value that is rolled up to has figures only where one of its parts has: no component of an
/// agency in a table is no zero of that agency.
@Suite("A coarser value without parts is unknown, not zero")
struct RolledUpValueTests {
  @Test("no measure is answered for a value of which no table has any part")
  func parts() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    let catalog = pipeline.catalog
    var (refused, answered) = (0, 0)
    for finer in catalog.dimensions() where finer.parent != 0 && finer.key != "citizenship" {
      for value in catalog.members(of: finer.parent) where value.rest == .none {
        let parts = catalog.children(of: value.id)
        let coarser = catalog.dimension(finer.parent)?.name ?? ""
        for measure in catalog.measures() where measure.formula.isEmpty {
          guard
            let plan = try? pipeline.plan("\(measure.name) where \(coarser) = \(value.name) by fy")
          else {
            refused += 1
            continue
          }
          answered += 1
          for dataset in plan.figures.flatMap(\.segments).map(\.candidate.dataset)
          where dataset.dimensions.contains(finer.id) && !dataset.dimensions.contains(finer.parent)
          {
            let tables = catalog.holdings(of: measure.id).map(\.dataset).filter {
              $0.id == dataset.id || dataset.series != 0 && $0.series == dataset.series
            }.map(\.id)
            #expect(
              tables.contains { table in parts.contains { catalog.occurs($0.id, in: table) } },
              "\(measure.name) of \(value.name)"
            )
          }
        }
      }
    }
    #expect(refused > 100 && answered > 5, "\(refused), \(answered)")
  }

  @Test(
    "the refusal names the value",
    arguments: [("drug seizures", "USCIS"), ("encounters", "EOIR"), ("CBP book-outs", "DHS")]
  )
  func told(_ measure: String, _ agency: String) throws {
    let (answer, complaint) = try Tally.reply(to: "\(measure) for \(agency) in fy2023")
    #expect(answer.isEmpty)
    #expect(complaint.contains("lists \(agency)"), "\(complaint)")
  }
}
