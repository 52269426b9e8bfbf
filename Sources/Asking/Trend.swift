import Catalog
import Planner
import QueryLanguage
package import Reading
package import Results

extension Pipeline {
  /// The change between the ends that a line says, or between the last whole periods that it is
  /// answered with, where it asks whether figures rose or fell; otherwise `nil`.
  package func trend(of reading: Reading) -> CheckAnswer? {
    guard let subject = reading.trend, let ends = ends(of: reading) else { return nil }
    let statement = "check change in \(subject) from \(ends.first) to \(ends.last) fell"
    guard let check = try? parseCheck(statement), let plan = try? plan(check) else { return nil }
    return try? judge(plan, as: statement, bridgingSeams: false)
  }

  private func ends(of reading: Reading) -> (first: String, last: String)? {
    if reading.statement.hasPrefix("check ") {
      let periods = (try? parseCheck(reading.statement))?.change?.periods
      return periods.map { ($0.from.spelling, $0.to.spelling) }
    }
    guard let plan = plans.plan(of: reading.statement) else { return nil }
    let whole = plan.pieces.indices.filter { !plan.isPartial($0) && !plan.pieces[$0].isContext }
    let periods = whole.compactMap { plan.pieces[$0].period }
    // Without a period, the last whole year is compared with the one before.
    let isOpen = plan.query.days == nil && plan.query.relativePeriods.isEmpty
    guard let last = periods.last,
      let first = isOpen ? periods.dropLast().last : periods.first, first != last
    else { return nil }
    return (first.spelling, last.spelling)
  }
}
