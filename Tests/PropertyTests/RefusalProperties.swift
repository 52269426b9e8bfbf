import Asking
import Catalog
import Diagnostics
import Planner
import Store
import Testing

/// Questions that make sense and that nothing held answers.
@Suite("A refusal for lack of data")
struct RefusalProperties {
  /// Measures by dimensions, over periods of which some are held and some are not.
  @Test("offers a whole line that runs", arguments: ["in fy2023", "in 1995", "latest"])
  func offersALine(_ period: String) throws {
    let shipped = try Shipped.shared.get()
    let catalog = shipped.pipeline.catalog
    var silent: [String: [String]] = [:]
    var refused = 0
    for measure in catalog.measures() {
      let breakdowns = [""] + catalog.dimensions().map { " by \($0.name)" }
      for (number, by) in breakdowns.enumerated() where (number + measure.id) % 4 == 0 {
        let question = "\(measure.name)\(by) \(period)"
        guard case .failure(let mistake) = try shipped.plan(question) else { continue }
        refused += 1
        if mistake.questions.isEmpty { silent[mistake.id, default: []].append(question) }
      }
    }
    #expect(refused > 400)
    for (id, questions) in silent {
      Issue.record("\(id): \(questions.count) offer nothing: \(questions.prefix(6))")
    }
  }
}
